// Everything here is a convenience: without it the pages are complete.
"use strict";

const root = document.documentElement;

// Mark the sentences that nobody has reviewed.
for (const box of document.querySelectorAll(".marks")) {
  const button = box.querySelector("button");
  const legend = box.querySelector(".legend");
  box.hidden = false;
  button.addEventListener("click", () => {
    const on = root.toggleAttribute("data-marks");
    button.setAttribute("aria-pressed", String(on));
    legend.hidden = !on;
  });
}

// The language switcher keeps the heading one is at: anchors are the same in all languages.
const headings = [...document.querySelectorAll(".body :is(h2, h3, h4)[id]")];
const languages = [...document.querySelectorAll(".languages a[rel]")];
if (headings.length && languages.length) {
  const targets = languages.map((link) => link.getAttribute("href"));
  const follow = () => {
    const middle = window.innerHeight / 3;
    const past = headings.filter((heading) => heading.getBoundingClientRect().top < middle);
    const anchor = past.length ? "#" + encodeURIComponent(past[past.length - 1].id) : "";
    languages.forEach((link, index) => link.setAttribute("href", targets[index] + anchor));
  };
  for (const link of languages) {
    link.addEventListener("pointerdown", follow);
    link.addEventListener("focus", follow);
    link.addEventListener("click", follow);
  }
}

// Opened from a disk there is no server to answer for a folder.
if (location.protocol === "file:") {
  for (const link of document.querySelectorAll("a[href]")) {
    const [path, anchor] = link.getAttribute("href").split("#");
    if (path.endsWith("/") && !path.includes(":")) {
      link.setAttribute("href", path + "index.html" + (anchor ? "#" + anchor : ""));
    }
  }
}

// Search, loaded when somebody uses it.
for (const box of document.querySelectorAll(".search")) {
  if (location.protocol === "file:") continue;
  const input = box.querySelector("input");
  const results = box.querySelector(".results");
  let engine;
  box.hidden = false;
  const load = async () => {
    engine ??= import(new URL(box.dataset.index + "pagefind.js", location.href).href);
    return engine;
  };
  input.addEventListener("focus", load, { once: true });
  input.addEventListener("input", async () => {
    const words = input.value.trim();
    results.hidden = !words;
    if (!words) return;
    const found = await (await load()).debouncedSearch(words, {}, 200);
    if (!found) return;
    const pages = await Promise.all(found.results.slice(0, 8).map((one) => one.data()));
    if (input.value.trim() !== words) return;
    results.replaceChildren(pages.length ? list(pages) : none(results.dataset));
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      results.hidden = true;
      input.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (!box.contains(event.target)) results.hidden = true;
  });
}

function list(pages) {
  const all = document.createElement("ol");
  for (const page of pages) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const excerpt = document.createElement("p");
    link.href = page.url;
    link.textContent = page.meta.title;
    for (const part of page.excerpt.split(/(<mark>.*?<\/mark>)/)) {
      const words = document.createElement(part.startsWith("<mark>") ? "mark" : "span");
      words.textContent = decode(part.replace(/<\/?mark>/g, ""));
      excerpt.append(words);
    }
    item.append(link, ...making(page.meta), excerpt);
    all.append(item);
  }
  return all;
}

function making(meta) {
  if (!meta.badge) return [];
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.textContent = meta.badge;
  if (meta.badgeLang) badge.lang = meta.badgeLang;
  return [" ", badge];
}

function none(said) {
  const line = document.createElement("p");
  line.textContent = said.none;
  if (said.noneLang) line.lang = said.noneLang;
  return line;
}

function decode(text) {
  // Without the tag the parser drops the spaces a text begins with.
  return new DOMParser().parseFromString("<body>" + text, "text/html").body.textContent;
}
