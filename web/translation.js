// Keeps the page alive under a browser's translation, which puts a <font> in the place of each text: the program would go
// on writing into texts that are no longer there. Such a text is kept, without a width, behind its translation, and takes
// its place again when the program changes it, for the browser to translate anew.
(() => {
  const placeholder = "\u2060";
  /** @type {WeakMap<Node, { font: Element, original: string }>} */
  const translated = new WeakMap();
  const fonts = new WeakSet();
  /** @param {Node | null | undefined} node @returns {node is Element} */
  const isFont = (node) => node?.nodeName === "FONT";
  /** @param {Text} text @param {Node | null | undefined} place */
  const keep = (text, place) => {
    if (!isFont(place) || fonts.has(place)) return;
    fonts.add(place);
    translated.set(text, { font: place, original: text.data });
    text.data = placeholder;
    place.after(text);
  };
  /** @param {Node} text */
  const release = (text) => {
    translated.get(text)?.font.remove();
    translated.delete(text);
  };
  /** @param {Text} text */
  const restore = (text) => {
    const known = translated.get(text);
    if (!known || known.font.isConnected) return;
    translated.delete(text);
    text.data = known.original;
  };
  const watch = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, removedNodes, previousSibling } of changes) {
      if (type === "characterData") {
        if (target.nodeValue !== placeholder) release(target);
        continue;
      }
      for (const node of addedNodes) if (node instanceof Text) restore(node);
      for (const node of removedNodes) {
        if (!(node instanceof Text) || node.isConnected) continue;
        if (translated.has(node)) release(node);
        else keep(node, isFont(addedNodes[0]) ? addedNodes[0] : previousSibling);
      }
    }
  });
  // No browser translates before, and the first paint has other work.
  addEventListener("DOMContentLoaded", () => {
    watch.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  });
})();
