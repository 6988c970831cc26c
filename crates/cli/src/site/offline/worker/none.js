// In a build that is still being worked on nothing is kept: what an earlier build has left behind goes, and so does this.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(removeAll()));
