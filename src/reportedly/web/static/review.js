"use strict";

/* Keys of the page of a claim, and words chosen by selecting them in the text. Without this script the same is done by
   buttons and by fields for the characters. */
(() => {
  const { onKey, say } = window.reportedly;
  const form = document.querySelector("[data-decide]");
  const reason = document.getElementById("reason");
  const details = document.getElementById("correct");
  const button = (value) => form.querySelector(`button[name="decision"][value="${value}"]`);
  let pending = "";

  const follow = (rel) => () => { const link = document.querySelector(`main a[rel="${rel}"]`); if (link) { link.click(); } };
  onKey("n", follow("next"));
  onKey("p", follow("prev"));
  onKey("z", () => { const undo = document.querySelector("form[data-undo]"); if (undo) { undo.requestSubmit(); } });
  if (!form) { return; }

  const free = "noReason" in form.dataset;
  const press = (value) => () => { if (button(value)) { form.requestSubmit(button(value)); } };
  onKey("a", press("accept"));
  onKey("u", press("unsure"));
  onKey("r", () => { pending = "reject"; reason.focus(); say("Say why, then press Enter to reject"); });
  onKey("c", () => { pending = "correct"; if (details && details.matches("details")) { details.open = true; details.querySelector("summary").focus(); details.scrollIntoView({ block: "start" }); } });
  reason.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { pending = ""; reason.blur(); }
    if (event.key !== "Enter") { return; }
    event.preventDefault();
    if (pending) { form.requestSubmit(button(pending)); }
  });
  form.addEventListener("submit", (event) => {
    const needed = !free && event.submitter && ["reject", "correct"].includes(event.submitter.value) && !reason.value.trim();
    reason.setCustomValidity(needed ? "Say why, in a few words" : "");
    if (needed) { event.preventDefault(); reason.reportValidity(); }
  });
  reason.addEventListener("input", () => reason.setCustomValidity(""));

  /* Words by selection. Places in the document count code points, not the units of a script's strings. */
  const text = document.querySelector("[data-excerpt]");
  const pick = document.querySelector("[data-pick]");
  if (!text || !pick) { return; }
  const told = pick.querySelector("[data-picked]");
  const fields = [...form.querySelectorAll("[data-words]")];
  const place = (node, offset) => {
    const piece = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("[data-from]");
    if (!piece || node.nodeType !== Node.TEXT_NODE) { return null; }
    return Number(piece.dataset.from) + [...node.data.slice(0, offset)].length;
  };
  const selected = () => {
    const range = document.getSelection().rangeCount ? document.getSelection().getRangeAt(0) : null;
    if (!range || range.collapsed || !text.contains(range.commonAncestorContainer)) { return null; }
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    return start === null || end === null || start >= end ? null : { start, end, words: range.toString() };
  };
  let last = null;
  const use = (field) => {
    if (!last) { return; }
    const [from, to] = field.querySelectorAll("input");
    from.value = last.start;
    to.value = last.end;
    const name = field.closest("[data-row='hop']")?.querySelector("input[name$='-name']");
    if (name && field.dataset.words.startsWith("hop") && !name.value) { name.value = last.words.trim(); }
    say(`${field.dataset.what}: ${last.words}`);
    told.textContent = `${field.dataset.what} is now “${last.words}”.`;
  };
  for (const field of fields) {
    const choose = document.createElement("button");
    choose.type = "button";
    choose.className = "button-quiet";
    choose.textContent = field.dataset.what;
    choose.setAttribute("aria-label", `Use the selected words as ${field.dataset.what}`);
    choose.addEventListener("mousedown", (event) => event.preventDefault());
    choose.addEventListener("click", () => use(field));
    pick.append(choose);
  }
  document.addEventListener("selectionchange", () => {
    const now = selected();
    if (!now) { return; }
    last = now;
    if (details && details.matches("details")) { details.open = true; }
    pick.hidden = false;
    told.textContent = `“${now.words.length > 90 ? `${now.words.slice(0, 88)}…` : now.words}” is …`;
  });
  const cut = document.getElementById("snap");
  text.addEventListener("keydown", (event) => { if (event.key === "Enter" && last) { event.preventDefault(); use(fields[0]); } });
  const folds = details && details.matches("details");
  pick.hidden = folds ? !details.open : !details;
  if (folds) { details.addEventListener("toggle", () => { pick.hidden = !details.open; }); }
  if (cut) { cut.value = "exact"; }
})();
