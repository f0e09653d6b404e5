// Returns what is wrong with where things are: sideways scrolling, overlapping parts, text cut off.
const problems = [];
const seen = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && e.getClientRects().length > 0;
const name = (e) => `${e.tagName.toLowerCase()} ${e.dataset.testid ?? e.className} "${e.textContent.trim().slice(0, 40)}"`;
const wide = document.documentElement.scrollWidth - window.innerWidth;
if (wide > 0) problems.push(`scrolls sideways by ${wide} px`);

// Parts that stand beside each other, never one over the other. What floats above the page (a sheet, a dialog, a bar that
// is fixed to an edge) is left out here, its room is looked at below.
const floats = (e) => {
  for (let up = e; up !== null; up = up.parentElement) {
    if (["fixed", "sticky"].includes(getComputedStyle(up).position) || up.tagName === "DIALOG") return true;
  }
  return false;
};
// What can be seen of it: less than its box where something around it scrolls or clips.
const visible = (e, { left, top, right, bottom } = e.getBoundingClientRect()) => {
  for (let up = e.parentElement; up !== null && up !== document.body; up = up.parentElement) {
    if (getComputedStyle(up).overflow === "visible") continue;
    const box = up.getBoundingClientRect();
    [left, top] = [Math.max(left, box.left), Math.max(top, box.top)];
    [right, bottom] = [Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return { left, top, right, bottom };
};
const groups = [
  [...document.querySelectorAll("[data-testid=node]")],
  [...document.querySelectorAll("header, main > *, footer")],
  [...document.querySelectorAll("button, select, input, [data-testid=happening], [data-testid=clock], [data-testid=node]")],
];
for (const group of groups) {
  const parts = group.filter((e) => seen(e) && !floats(e));
  parts.forEach((one, i) => parts.slice(i + 1).forEach((other) => {
    if (one.contains(other) || other.contains(one)) return;
    const [a, b] = [visible(one), visible(other)];
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (over > 1 && down > 1) problems.push(`${name(one)} overlaps ${name(other)} by ${over.toFixed()}x${down.toFixed()} px`);
  }));
}

// A bar that is fixed to the bottom must leave room: at the end of the page it hides nothing.
const bar = document.querySelector("footer");
if (bar !== null && floats(bar)) {
  const [x, y] = [scrollX, scrollY];
  scrollTo({ top: document.documentElement.scrollHeight, behavior: "instant" });
  const last = Math.max(...[...document.querySelectorAll("main *")].filter((e) => seen(e) && !floats(e))
    .map((e) => visible(e).bottom));
  const hidden = last - bar.getBoundingClientRect().top;
  if (hidden > 1) problems.push(`the bottom bar hides the last ${hidden.toFixed()} px of the page`);
  scrollTo({ left: x, top: y, behavior: "instant" });
}

// Words on a node stand beside each other, and on the node.
const words = (node) => {
  const found = [];
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode;
    if (!text.textContent.trim() || !seen(text.parentElement)) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    for (const whole of range.getClientRects()) {
      const box = visible(text, whole);
      if (box.right - box.left > 2 && box.bottom - box.top > 2) found.push({ text: text.textContent.trim(), box });
    }
  }
  return found;
};
for (const node of document.querySelectorAll("[data-testid=node]")) {
  if (!seen(node)) continue;
  const all = words(node);
  const edge = node.getBoundingClientRect();
  all.forEach(({ text, box }, i) => {
    if (box.bottom > edge.bottom + 1 || box.right > edge.right + 1) problems.push(`"${text}" leaves its node`);
    for (const { text: other, box: theirs } of all.slice(i + 1)) {
      const over = Math.min(box.right, theirs.right) - Math.max(box.left, theirs.left);
      const down = Math.min(box.bottom, theirs.bottom) - Math.max(box.top, theirs.top);
      // A shortened text has two boxes, one for the whole of it.
      if (other !== text && over > 2 && down > 4) problems.push(`"${text}" stands on "${other}"`);
    }
  });
}

for (const e of document.querySelectorAll("body *")) {
  // In a crowded graph a node shortens its words.
  if (e.closest("[data-density=compact]")) continue;
  const own = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
  const { overflowX } = getComputedStyle(e);
  if (own && seen(e) && ["hidden", "clip"].includes(overflowX) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1) {
    problems.push(`text cut off: ${name(e)}`);
  }
}
return problems;
