// Only in `transflow serve`: where each sentence is, and a reload when files change.
"use strict";

const events = new EventSource("/-/changes");
let version = document.documentElement.dataset.version;
events.addEventListener("message", (event) => {
  version ??= event.data;
  if (event.data !== version) location.reload();
});

const bar = document.querySelector(".preview-place");
const sentences = document.querySelectorAll("[data-line]");

if (bar) {
  const findings = JSON.parse(bar.dataset.findings || "[]");
  for (const sentence of sentences) {
    sentence.tabIndex = 0;
    sentence.addEventListener("click", (event) => {
      if (!event.target.closest("a")) show(sentence);
    });
    sentence.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && event.target === sentence) show(sentence);
    });
  }

  function show(sentence) {
    const line = sentence.dataset.line;
    const place = `${bar.dataset.catalog}:${line}`;
    for (const one of sentences) one.classList.toggle("chosen", one === sentence);
    const where = document.createElement("code");
    where.textContent = place;
    const state = document.createElement("span");
    state.textContent = sentence.dataset.state;
    const copy = document.createElement("button");
    copy.type = "button";
    copy.textContent = "Copy";
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(place);
      copy.textContent = "Copied";
    });
    const open = document.createElement("a");
    open.textContent = "Open in editor";
    open.href = `editor://open?file=${encodeURIComponent(bar.dataset.file)}&line=${line}`;
    const notes = findings
      .filter((one) => String(one[0]) === line)
      .map(([, severity, rule, message]) => {
        const note = document.createElement("span");
        note.className = "preview-finding";
        note.textContent = `${severity}: ${message} [${rule}]`;
        return note;
      });
    bar.replaceChildren(where, " ", state, " ", copy, " ", open, ...notes);
  }
}
