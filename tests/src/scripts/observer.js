// Watches what the page does, from before its first script: frames asked for, layout shifts, languages.
(() => {
  const seen = { frames: 0, shift: 0, shifted: [] };
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) => {
    seen.frames += 1;
    return request(callback);
  };
  const name = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.slice(0, 30)}"` : "?";
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const source of entry.sources) seen.shifted.push(name(source.node));
    }
  }).observe({ type: "layout-shift", buffered: true });
  window.__seen = seen;
})();
