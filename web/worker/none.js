// The worker of a development build caches nothing: it removes what an earlier build has left behind, and itself.

worker.addEventListener("install", () => {
  worker.skipWaiting();
});

worker.addEventListener("activate", (event) => event.waitUntil(removeAll()));
