"use strict";
(() => {
  const LIBRARIES = [
    "/static/vendor/vega/vega.min.js",
    "/static/vendor/vega-lite/vega-lite.min.js",
    "/static/vendor/vega-interpreter/vega-interpreter.js",
  ];
  const drawn = new Map();

  function load(address) {
    return new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = () => failed(new Error(address));
      document.head.append(script);
    });
  }

  let libraries;
  function ready() {
    libraries ??= LIBRARIES.reduce((before, one) => before.then(() => load(one)), Promise.resolve());
    return libraries;
  }

  // The specification names its colours as parameters; each has a custom property of the page's theme.
  function themed(spec, element) {
    const style = getComputedStyle(element);
    const params = spec.params.map((one) => {
      const name = "--" + one.name.replace(/^tone/, "tone-");
      const value = style.getPropertyValue(name).trim();
      return value && "value" in one ? { ...one, value } : one;
    });
    return { ...spec, params };
  }

  function shortTip(card) {
    const tip = document.createElement("p");
    tip.className = "figure-tip";
    tip.hidden = true;
    tip.setAttribute("aria-hidden", "true");
    card.append(tip);
    return (_, event, item, value) => {
      tip.hidden = !value;
      if (!value) return;
      tip.textContent = value;
      const frame = card.getBoundingClientRect();
      const left = Math.min(event.clientX - frame.left + 14, frame.width - tip.offsetWidth - 8);
      tip.style.left = `${Math.max(8, left)}px`;
      tip.style.top = `${event.clientY - frame.top + 16}px`;
    };
  }

  function row(card, claim) {
    return claim && [...card.querySelectorAll("tr[id]")].find((one) => one.id.endsWith(claim));
  }

  async function draw(card, spec) {
    const plot = card.querySelector("[data-plot]");
    plot.hidden = false;
    const width = Math.max(240, Math.floor(plot.getBoundingClientRect().width));
    const compiled = vegaLite.compile({ ...themed(spec, card), width, height: width < 480 ? 200 : 260 }).spec;
    const runtime = vega.parse(compiled, null, { ast: true });
    const before = drawn.get(card);
    const view = new vega.View(runtime, {
      container: plot, renderer: "svg", hover: false, expr: vega.expressionInterpreter, logLevel: vega.Error,
    });
    before?.view.finalize();
    const tip = before?.tip ?? shortTip(card);
    view.tooltip(tip);
    view.addEventListener("click", (_, item) => {
      const found = row(card, item?.datum?.claim);
      if (!found) return;
      card.querySelectorAll(".pointed").forEach((one) => one.classList.remove("pointed"));
      found.classList.add("pointed");
      found.querySelector("a").focus();
    });
    await view.runAsync();
    // The picture is named by its container; parts of its own with roles would be read twice.
    plot.querySelectorAll("[role], [aria-roledescription]").forEach((one) => {
      ["role", "aria-roledescription", "aria-label"].forEach((name) => one.removeAttribute(name));
    });
    plot.querySelector("svg")?.setAttribute("aria-hidden", "true");
    card.querySelector("[data-fallback]").hidden = true;
    card.querySelectorAll("[data-plot-only]").forEach((one) => { one.hidden = false; });
    drawn.set(card, { view, spec, tip, width });
  }

  async function start(section) {
    const answer = await fetch(section.dataset.figures, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const { charts } = await answer.json();
    await ready();
    for (const card of section.querySelectorAll("[data-chart]")) {
      const { spec } = charts[Number(card.dataset.chart)] ?? {};
      if (spec) await draw(card, spec);
    }
    section.dataset.drawn = "true";
  }

  function again(changed) {
    for (const [card, { spec, width }] of drawn) {
      const now = Math.floor(card.querySelector("[data-plot]").getBoundingClientRect().width);
      if (changed || Math.abs(now - width) > 4) draw(card, spec);
    }
  }

  let waiting;
  addEventListener("resize", () => { clearTimeout(waiting); waiting = setTimeout(() => again(false), 150); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => again(true));
  new MutationObserver(() => again(true)).observe(document.documentElement, { attributeFilter: ["data-theme", "class"] });
  const seen = new IntersectionObserver((entries) => {
    for (const one of entries) {
      if (one.isIntersecting) {
        seen.unobserve(one.target);
        start(one.target);
      }
    }
  }, { rootMargin: "600px" });
  document.querySelectorAll("[data-figures]").forEach((one) => seen.observe(one));
})();
