"use strict";

(() => {
  const typing = (place) => place instanceof Element && place.closest("input, select, textarea, [contenteditable='true']") !== null;
  const keys = new Map();
  let before = "";

  /* Other scripts of ours add their keys and announcements through this object. */
  window.reportedly = {
    /** Have a key, or two one after the other ("g d"), do something; single keys can be switched off by the reader. */
    onKey(key, act) { keys.set(key, act); },
    /** Tell those who do not see the page what has changed. */
    say(text) { const live = document.getElementById("live"); if (live) { live.textContent = ""; live.textContent = text; } },
    /** Whether the reader wants single keys to do something. */
    keysOn: () => document.documentElement.dataset.keys !== "off",
  };

  const openHelp = () => { const help = document.getElementById("keys"); if (help && !help.open) { help.showModal(); } };
  const goTo = (address) => () => window.location.assign(address);
  const step = (by) => () => {
    const items = [...document.querySelectorAll("[data-item]")];
    if (!items.length) { return; }
    const at = items.findIndex((item) => item.contains(document.activeElement));
    const next = items[at < 0 ? (by > 0 ? 0 : items.length - 1) : Math.min(Math.max(at + by, 0), items.length - 1)];
    (next.querySelector("a, button") || next).focus();
    next.scrollIntoView({ block: "nearest" });
  };

  /* On paper nothing can be unfolded; folds that hold forms or downloads are of no use there. */
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("main details:not([open])")) {
      if (!fold.querySelector("form, input, [download]")) { fold.open = true; fold.dataset.printed = ""; }
    }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details[data-printed]")) { fold.open = false; delete fold.dataset.printed; }
  });

  window.reportedly.onKey("?", openHelp);
  window.reportedly.onKey("/", () => { const field = document.getElementById("find"); if (field) { field.focus(); field.select(); } });
  window.reportedly.onKey("j", step(1));
  window.reportedly.onKey("k", step(-1));
  for (const link of document.querySelectorAll("[data-key]")) { window.reportedly.onKey(link.dataset.key, goTo(link.href)); }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) { return; }
    if (!window.reportedly.keysOn() || document.querySelector("dialog[open]")) { return; }
    const act = keys.get(`${before} ${event.key}`) || keys.get(event.key);
    before = event.key;
    window.setTimeout(() => { before = ""; }, 1200);
    if (act) { event.preventDefault(); before = ""; act(); }
  });

  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element && event.target.closest("[data-opens]");
    if (opener) { event.preventDefault(); openHelp(); }
  });

  document.addEventListener("htmx:afterSwap", (event) => {
    const told = event.detail.target.dataset.announce;
    if (told) { window.reportedly.say(told); }
  });
})();
