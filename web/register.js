// Registers the service worker, inline in the page (docs/offline.md), and tells it which files were loaded before it
// started. Not in a host page's frame, and not with sw=off. A browser without service workers shows nothing about it.
(async () => {
  try {
    const workers = navigator.serviceWorker;
    /** @param {string} text */
    const asks = (text) => location.search.includes(text);
    if (self !== top || asks("embed=1")) return;
    if (asks("sw=off") || workers.controller) document.documentElement.dataset.kept = "";
    if (asks("sw=off")) return;
    await new Promise((loaded) => addEventListener("load", loaded));
    await workers.register("sw.js");
    const { active } = await workers.ready;
    active?.postMessage(performance.getEntriesByType("resource").map((it) => it.name));
  } catch {}
})();
