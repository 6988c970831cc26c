// The worker's events, and which part answers them. Everything else takes its usual way: other origins, the element and
// the pages for other sites, requests other than GET, and parts of files.

const PAGES = ["", "index.html"];
const HASHED = /^[^/]+-[0-9a-f]{12,16}(_bg)?\.\w+$/;
const OTHERS = /^(embed|share|hosting|examples)\//;

const { embed: EMBED, worker: WORKER } = BUILD.parameters;
// In a host page's frame nothing is cached, nor where the address switches the worker off.
const EXCLUDED = new RegExp(`[?&](${EMBED}=1|${WORKER}=off)(&|$)`);
/** @param {string} search */
const cachesNothing = (search) => EXCLUDED.test(search);

worker.addEventListener("install", (event) => event.waitUntil(install()));

// The page that is open already is answered too, so that it goes on when the network goes.
worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOldApps().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || request.headers.has("range")) return;
  const name = below(HOME, url);
  if (request.mode === "navigate") {
    if (name !== undefined && PAGES.includes(name)) navigate(event, url);
  } else if (name !== undefined && HASHED.test(name)) {
    respond(event, onAppFile(request, name));
  } else if (mayBeData(request, url, name)) {
    respond(event, onData(event, url));
  }
});

worker.addEventListener("message", (event) => {
  const { data, ports } = event;
  const source = /** @type {WindowClient} */ (event.source);
  if (data === "take over") event.waitUntil(worker.skipWaiting());
  else if (Array.isArray(data)) event.waitUntil(onVisit(data, source.url));
  else if (ports[0]) event.waitUntil(tell(ports[0], onQuestion(JSON.parse(data), source.id)));
});

/** @param {MessagePort} port @param {Promise<unknown>} answer */
const tell = async (port, answer) => port.postMessage(JSON.stringify(await answer));

/** @param {FetchEvent} event @param {URL} url */
function navigate(event, url) {
  if (url.searchParams.get(WORKER) === "off") respond(event, onRemoval(event.request));
  else if (!cachesNothing(url.search)) respond(event, onPage(event));
}

/**
 * Responds. Without a network the page sees what it would see without a worker: a request that failed.
 * @param {FetchEvent} event @param {Promise<Response>} answer
 */
const respond = (event, answer) => event.respondWith(answer.catch(() => Response.error()));

/**
 * The path of an address below another, without its query; undefined if it is elsewhere.
 * @param {string} base @param {URL} url
 */
function below(base, url) {
  const address = url.origin + url.pathname;
  return address.startsWith(base) ? address.slice(base.length) : undefined;
}

/**
 * Whether a request may be for data. Until the page has been read, they may lie anywhere that its policy allows.
 * @param {Request} request @param {URL} url @param {string | undefined} name
 */
function mayBeData(request, url, name) {
  if (request.destination !== "" || (name !== undefined && OTHERS.test(name))) return false;
  return !apiIsKnown || below(api, url) !== undefined;
}

/**
 * Removes everything before the page comes, which comes from the network.
 * @param {Request} request
 */
async function onRemoval(request) {
  await removeAll();
  try {
    return await fetch(request);
  } catch {
    return new Response(BUILD.removed, { headers: { "content-type": "text/html; charset=utf-8" } });
  }
}
