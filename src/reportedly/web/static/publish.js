"use strict";

(() => {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
  /* After a block was swapped for its form, the work goes on in the text. */
  document.addEventListener("htmx:afterSettle", (event) => {
    const field = event.target instanceof Element && event.target.querySelector("form.block-form textarea");
    if (field) { field.focus(); }
  });
})();
