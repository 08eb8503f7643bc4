"use strict";
// The reader beside the text: whatever claim is pointed at, stepped to or asked for stands in the panel.
(() => {
  const reader = document.getElementById("reader");
  const paper = document.getElementById("paper");
  const panel = document.getElementById("panel");
  if (!reader || !paper || !panel) return;
  const body = document.getElementById("panel-body");
  const heading = document.getElementById("panel-h");
  const overview = document.getElementById("overview");
  const links = [...paper.querySelectorAll("a.number")];
  const notes = new Map([...reader.querySelectorAll("li.note")].map((one) => [one.dataset.number, one]));
  const wide = window.matchMedia("(min-width: 62rem)");
  const REST = 140; // ms: the pointer may cross other claims on its way to the panel without changing what it shows
  let current = "";
  let timer = 0;
  let closing = false;

  const linkOf = (number) => links.find((one) => one.dataset.number === number);

  function light(number) {
    for (const one of paper.querySelectorAll(".lit")) one.classList.remove("lit");
    if (!number) return;
    const all = paper.querySelectorAll(`[data-claim="${number}"], [data-for~="${number}"], [data-number="${number}"]`);
    for (const one of all) one.classList.add("lit");
  }

  function show(number) {
    const note = notes.get(number);
    if (!note) return;
    window.clearTimeout(timer);
    current = number;
    const parts = [...note.children].filter((one) => one.tagName !== "H3").map((one) => one.cloneNode(true));
    body.replaceChildren(...parts);
    body.scrollTop = 0;
    heading.textContent = `Claim ${number} of ${notes.size}`;
    panel.hidden = false;
    reader.classList.add("has-panel");
    if (overview) overview.hidden = wide.matches;
    light(number);
  }

  // Gives the focus back to a claim without opening the panel again.
  function back(link) {
    closing = true;
    link?.focus({ preventScroll: true });
    closing = false;
  }

  function hide() {
    const inside = panel.contains(document.activeElement);
    window.clearTimeout(timer);
    panel.hidden = true;
    reader.classList.remove("has-panel");
    if (overview) overview.hidden = false;
    light("");
    if (inside) back(linkOf(current));
  }

  function uncover(link) {
    const box = link.getBoundingClientRect();
    const floor = wide.matches || panel.hidden ? window.innerHeight : panel.getBoundingClientRect().top;
    const room = 90;
    if (box.bottom + room > floor) window.scrollBy(0, box.bottom + room - floor);
    else if (box.top < room) window.scrollBy(0, box.top - room);
  }

  function goTo(link) {
    link.focus({ preventScroll: true });
    show(link.dataset.number);
    uncover(link);
  }

  function step(by) {
    const at = links.findIndex((one) => one.dataset.number === current);
    const seen = links.findIndex((one) => one.getBoundingClientRect().top > 0);
    const next = at < 0 ? Math.max(0, seen) : at + by;
    if (next >= 0 && next < links.length) goTo(links[next]);
  }

  function numberAt(target) {
    const mark = target instanceof Element ? target.closest("[data-claim], [data-for], [data-number]") : null;
    if (!mark) return "";
    if (mark.dataset.number) return mark.dataset.number;
    const claim = mark.closest("[data-claim]");
    return claim ? claim.dataset.claim : mark.dataset.for.split(" ")[0];
  }

  paper.addEventListener("pointerover", (event) => {
    window.clearTimeout(timer);
    const number = event.pointerType === "mouse" ? numberAt(event.target) : "";
    if (number && number !== current) timer = window.setTimeout(show, REST, number);
    else if (number && panel.hidden) timer = window.setTimeout(show, REST, number);
  });
  paper.addEventListener("pointerleave", () => window.clearTimeout(timer));
  paper.addEventListener("focusin", (event) => {
    if (closing || !event.target.matches("a.number")) return;
    show(event.target.dataset.number);
    uncover(event.target);
  });
  paper.addEventListener("click", (event) => {
    if (event.target.closest("a") || event.button !== 0 || !window.getSelection().isCollapsed) return;
    const number = numberAt(event.target);
    if (!number) return;
    const inside = event.target.closest("[data-claim]");
    if (event.pointerType !== "mouse" || !inside) show(number);
    else if (event.ctrlKey || event.metaKey) window.open(linkOf(number).href, "_blank", "noopener");
    else window.location.assign(linkOf(number).href);
  });

  reader.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const target = link ? document.getElementById(link.getAttribute("href").slice(1)) : null;
    if (target && links.includes(target)) window.setTimeout(goTo, 0, target);
  });
  panel.querySelector(".panel-close").addEventListener("click", hide);
  for (const one of panel.querySelectorAll(".panel-step")) {
    one.addEventListener("click", () => {
      const at = links.findIndex((link) => link.dataset.number === current) + Number(one.dataset.step);
      if (!links[at]) return;
      show(links[at].dataset.number);
      uncover(links[at]);
    });
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return;
    if (document.querySelector("dialog[open]")) return;
    if (event.key === "Escape" && !panel.hidden) {
      hide();
      return;
    }
    if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const arrows = !panel.hidden || paper.contains(event.target);
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!by || !arrows) return;
    event.preventDefault();
    step(by);
  });
  window.reportedly?.onKey("j", () => step(1));
  window.reportedly?.onKey("k", () => step(-1));

  wide.addEventListener("change", () => {
    if (overview) overview.hidden = wide.matches && !panel.hidden;
  });

  // What a person switched off stays off on the next page.
  const KEPT = "reportedly-reader-off";
  const boxes = [...reader.querySelectorAll(".legend input")];
  try {
    const off = new Set((window.localStorage.getItem(KEPT) || "").split(" "));
    for (const box of boxes) box.checked = !off.has(box.id);
    reader.addEventListener("change", () => {
      window.localStorage.setItem(KEPT, boxes.filter((box) => !box.checked).map((box) => box.id).join(" "));
    });
  } catch {
    // A browser that keeps nothing shows everything.
  }

  for (const one of reader.querySelectorAll(".reader-keys")) one.hidden = false;
  const first = window.location.hash.slice(1) || reader.dataset.asked;
  const asked = links.find((one) => one.id === first);
  if (asked) show(asked.dataset.number);
})();
