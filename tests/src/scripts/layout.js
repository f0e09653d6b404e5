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
const groups = [
  [...document.querySelectorAll("[data-testid=node]")],
  [...document.querySelectorAll("header, main > *, footer")],
  [...document.querySelectorAll("button, select, input, [data-testid=happening], [data-testid=clock], [data-testid=node]")],
];
for (const group of groups) {
  const parts = group.filter((e) => seen(e) && !floats(e));
  parts.forEach((one, i) => parts.slice(i + 1).forEach((other) => {
    if (one.contains(other) || other.contains(one)) return;
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    const over = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (over > 1 && down > 1) problems.push(`${name(one)} overlaps ${name(other)} by ${over.toFixed()}x${down.toFixed()} px`);
  }));
}

for (const e of document.querySelectorAll("body *")) {
  const own = [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
  const { overflowX } = getComputedStyle(e);
  if (own && seen(e) && ["hidden", "clip"].includes(overflowX) && e.clientWidth > 1 && e.scrollWidth > e.clientWidth + 1) {
    problems.push(`text cut off: ${name(e)}`);
  }
}
return problems;
