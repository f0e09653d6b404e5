// Watches what the page does, from before its first script: frames asked for, layout shifts, sockets, memory.
(() => {
  const request = window.requestAnimationFrame.bind(window);
  // `frame`: one that the tests ask for, and that is not counted.
  const seen = { frames: 0, frame: request, hold: false, held: [], sockets: 0, memory: null, shift: 0, shifted: [] };
  window.requestAnimationFrame = (callback) => {
    seen.frames += 1;
    if (!seen.hold) return request(callback);
    seen.held.push(callback);
    return 0;
  };
  window.WebSocket = class extends WebSocket {
    constructor(...address) {
      super(...address);
      seen.sockets += 1;
      this.addEventListener("close", () => (seen.sockets -= 1));
    }
  };
  const instantiate = WebAssembly.instantiateStreaming;
  WebAssembly.instantiateStreaming = async (...source) => {
    const program = await instantiate.apply(WebAssembly, source);
    seen.memory ??= program.instance.exports.memory ?? null;
    return program;
  };
  const name = (node) => {
    const element = node instanceof Element ? node : node?.parentElement;
    return element ? `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.slice(0, 30)}"` : "?";
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      seen.shift += entry.value;
      for (const { node } of entry.sources) {
        // Its sentences come and go: what has to stand still is everything around them.
        const element = node instanceof Element ? node : node?.parentElement;
        if (!element?.closest("[data-testid=happening]")) seen.shifted.push(name(node));
      }
    }
  }).observe({ type: "layout-shift", buffered: true });
  window.__seen = seen;
})();
