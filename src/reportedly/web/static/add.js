"use strict";
(() => {
  const form = document.querySelector("[data-files]");
  if (!form) return;
  const input = form.querySelector("input[type=file]");
  const drop = form.querySelector("[data-drop]");
  const list = form.querySelector("[data-chosen]");
  const { most, together, count } = Object.fromEntries(
    Object.entries(form.dataset).map(([name, value]) => [name, Number(value)]),
  );

  function size(bytes) {
    return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  }

  function line(name, note, wrong) {
    const made = document.createElement("li");
    made.className = wrong ? "wrong" : "";
    for (const words of [name, note]) {
      const part = document.createElement("span");
      part.textContent = words;
      made.append(part);
    }
    list.append(made);
  }

  // The server says the same; here it is said before a large file is sent.
  function show() {
    const files = [...input.files];
    const all = files.reduce((sum, one) => sum + one.size, 0);
    list.replaceChildren();
    for (const one of files.slice(0, 30)) line(one.name, one.size > most ? `${size(one.size)}, too large` : size(one.size), one.size > most);
    if (files.length > 30) line(`and ${files.length - 30} more`, "", false);
    let wrong = "";
    if (files.length > count) wrong = `Choose at most ${count} files.`;
    else if (all > together) wrong = `These are ${size(all)} together; add at most ${size(together)} at a time.`;
    if (wrong) line(wrong, "", true);
    input.setCustomValidity(wrong);
  }

  input.addEventListener("change", show);
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => { event.preventDefault(); drop.classList.add("over"); });
  }
  for (const name of ["dragleave", "drop"]) drop.addEventListener(name, () => drop.classList.remove("over"));
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length) {
      input.files = event.dataTransfer.files;
      show();
    }
  });
})();
