"use strict";

// Buttons are hidden in the page because without a script there is nothing that they could do.
for (const button of document.querySelectorAll("[data-copies]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.parentElement.querySelector("code").textContent);
    const live = document.getElementById("live");
    if (live) live.textContent = "Copied";
  });
}
