// What the browser asks of this worker, and which part answers it. Everything else goes its usual way: other origins,
// the element and the pages for other sites, what is no GET, and parts of files.

const PAGES = ["", "index.html"];
const HASHED = /^[^/]+-[0-9a-f]{12,16}(_bg)?\.\w+$/;
const OTHERS = /^(embed|share|hosting|examples)\//;

// In a frame of another page nothing is kept, nor while the reader asked for nothing to be kept.
const keepsNothing = (search) => /[?&](embed=1|sw=off)(&|$)/.test(search);

self.addEventListener("install", (event) => event.waitUntil(install()));

// The page that is open already is answered too, so that it goes on when the network goes.
self.addEventListener("activate", (event) => {
  event.waitUntil(dropOldApps().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range")) return;
  const name = below(HOME, url);
  if (request.mode === "navigate") {
    if (PAGES.includes(name)) navigate(event, url);
  } else if (name !== undefined && HASHED.test(name)) {
    respond(event, onAppFile(request, name));
  } else if (mayBeData(request, url, name)) {
    respond(event, onData(event, url));
  }
});

self.addEventListener("message", (event) => {
  const { data, source, ports } = event;
  if (data === "take over") event.waitUntil(self.skipWaiting());
  else if (Array.isArray(data)) event.waitUntil(onVisit(data, source.url));
  else if (ports.length) event.waitUntil(tell(ports[0], onQuestion(JSON.parse(data), source)));
});

const tell = async (port, answer) => port.postMessage(JSON.stringify(await answer));

function navigate(event, url) {
  if (url.searchParams.get("sw") === "off") respond(event, onRemoval(event.request));
  else if (!keepsNothing(url.search)) respond(event, onPage(event));
}

// Without a network the page sees what it would see without a worker: a request that failed.
const respond = (event, answer) => event.respondWith(answer.catch(() => Response.error()));

// The path of an address below another, without its query; undefined if it is elsewhere.
function below(base, url) {
  const address = url.origin + url.pathname;
  return address.startsWith(base) ? address.slice(base.length) : undefined;
}

// As long as the page has not been read, its data may lie anywhere that its policy lets it ask.
function mayBeData(request, url, name) {
  if (request.destination !== "" || (name !== undefined && OTHERS.test(name))) return false;
  return !apiIsKnown || below(api, url) !== undefined;
}

// The reader wants nothing kept: it is gone before the page comes, which comes from the network.
async function onRemoval(request) {
  await removeAll();
  try {
    return await fetch(request);
  } catch {
    return new Response(BUILD.removed, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
}
