"use strict";

(() => {
  // All nodes above and below one, along the ways: what it rests on, and what rests on it.
  const chainOf = (svg, start) => {
    const found = new Set([start]);
    for (const [near, far] of [["to", "from"], ["from", "to"]]) {
      const waiting = [start];
      while (waiting.length) {
        const at = waiting.pop();
        for (const way of svg.querySelectorAll(`.tie[data-${near}="${at}"]`)) {
          const next = way.dataset[far];
          if (!found.has(next)) {
            found.add(next);
            waiting.push(next);
          }
        }
      }
    }
    return found;
  };

  const light = (svg, chain) => {
    for (const way of svg.querySelectorAll(".tie")) {
      const on = chain !== null && chain.has(way.dataset.from) && chain.has(way.dataset.to);
      way.classList.toggle("lit", on);
      way.classList.toggle("faded", chain !== null && !on);
    }
    for (const node of svg.querySelectorAll(".node")) {
      node.classList.toggle("faded", chain !== null && !chain.has(node.dataset.node));
    }
    for (const chips of svg.querySelectorAll(".chips")) {
      chips.classList.toggle("faded", chain !== null && !chain.has(chips.dataset.to));
    }
  };

  const nodeAt = (event) => (event.target instanceof Element ? event.target.closest(".lineage .node") : null);
  const enter = (event) => {
    const node = nodeAt(event);
    if (node) {
      light(node.ownerSVGElement, chainOf(node.ownerSVGElement, node.dataset.node));
    }
  };
  const leave = (event) => {
    const node = nodeAt(event);
    if (node) {
      light(node.ownerSVGElement, null);
    }
  };
  document.addEventListener("mouseover", enter);
  document.addEventListener("mouseout", leave);
  document.addEventListener("focusin", enter);
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => {
    const node = nodeAt(event);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (!node || !step) {
      return;
    }
    const nodes = [...node.ownerSVGElement.querySelectorAll(".node")];
    const next = nodes[nodes.indexOf(node) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  // The slider steps over the days on which pages appeared and fills the field of the day.
  const ready = () => {
    for (const field of document.querySelectorAll(".known-slider[hidden]")) {
      field.hidden = false;
      spoken(field.querySelector("input"));
    }
  };
  const spoken = (slider) => slider.setAttribute("aria-valuetext", slider.dataset.labels.split("|")[slider.value]);
  document.addEventListener("input", (event) => {
    const slider = event.target;
    if (slider.id === "as-of-step") {
      document.getElementById("as-of").value = slider.dataset.days.split(" ")[slider.value];
      spoken(slider);
    }
  });
  document.addEventListener("change", (event) => {
    if (event.target.id === "as-of-step") {
      event.target.form.requestSubmit();
    }
  });
  document.addEventListener("htmx:afterSettle", ready);
  ready();

  // A link to something in a closed part opens the part.
  const open = () => {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    for (let part = target; part; part = part.parentElement) {
      if (part instanceof HTMLDetailsElement) {
        part.open = true;
      }
    }
  };
  addEventListener("hashchange", open);
  open();
})();
