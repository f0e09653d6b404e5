// Returns the words that are no `X` and yet need a translation, with where they stand.
const names = [...document.querySelectorAll("[data-service]")].map((e) => e.dataset.service);
const own = new Set(["X", "app", "state", ...names, ...names.map((name) => name.toLowerCase())]);
const language = document.documentElement.lang;
const found = new Set();
const look = (text, where) => {
  for (const word of (text ?? "").match(/[\p{L}_][\p{L}\p{N}_]+/gu) ?? []) {
    if (!own.has(word) && !/^[A-Z][A-Z0-9_]*$/.test(word)) found.add(`${word} in ${where}: "${text.trim().slice(0, 60)}"`);
  }
};
// A program's own words, and a language's own name, are marked with their language; names of services that are not in
// this run are marked, too; keys and code are what they are.
const aside = (e) => e.closest(`[lang]:not(html), [translate=no], code, kbd, script, style, noscript`) !== null;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const parent = walker.currentNode.parentElement;
  if (!aside(parent)) look(walker.currentNode.textContent, parent.tagName.toLowerCase());
}
const attributes = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"];
for (const e of document.querySelectorAll("body *")) {
  if (aside(e)) continue;
  for (const name of attributes) look(e.getAttribute(name), `${name} of ${e.tagName.toLowerCase()}`);
}
look(document.title, "the title");
return [...found];
