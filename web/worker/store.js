// Storage: a cache for each version of the app, one for the data. Every entry carries the SHA-256 of its bytes, which is
// checked whenever the entry is read.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

// With the slash of the site's folder: sites below other paths of one host have caches of their own.
const HOME = new URL("./", worker.location.href).href;
const OURS = `wsis-sdg-matrix ${new URL(HOME).pathname} `;
const APP = `${OURS}app ${BUILD.version}`;
const DATA = `${OURS}data`;
const HASH = "x-kept-sha256";

// From the moment that everything was removed, until the next visit starts another worker.
let removed = false;

/** @param {ArrayBuffer} bytes */
async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Stores bytes under a key. Length and encoding of the transfer do not apply to what is stored.
 * @param {string} cacheName @param {string} key @param {Stored} content
 */
async function put(cacheName, key, { bytes, headers }) {
  const own = new Headers(headers);
  own.delete("content-encoding");
  own.delete("content-length");
  own.set(HASH, await hashOf(bytes));
  if (removed) return;
  const cache = await caches.open(cacheName);
  await cache.put(key, new Response(bytes, { headers: own }));
}

/**
 * Whether there is an entry under a key, intact or not.
 * @param {string} cacheName @param {string} key
 */
const has = (cacheName, key) => caches.match(key, { cacheName, ignoreVary: true }).then(Boolean, () => false);

/**
 * The entry under a key, if its bytes are the ones that were stored. A damaged entry is deleted and counts as missing.
 * @param {string} cacheName @param {string} key
 * @returns {Promise<Cached | undefined>}
 */
async function cached(cacheName, key) {
  try {
    const response = await caches.match(key, { cacheName, ignoreVary: true });
    if (!response) return undefined;
    const bytes = await response.arrayBuffer();
    if ((await hashOf(bytes)) === response.headers.get(HASH)) return { bytes, headers: response.headers };
    await forget(cacheName, key);
  } catch {
    // The browser's own files of the cache are broken, or it refuses to look.
  }
  return undefined;
}

/** @param {string} cacheName @param {string} key */
async function forget(cacheName, key) {
  const cache = await caches.open(cacheName);
  await cache.delete(key, { ignoreVary: true });
}

/** @param {Stored} content */
const answer = ({ bytes, headers }) => new Response(bytes, { headers });

/** @param {{ bytes: ArrayBuffer }} content */
const textOf = ({ bytes }) => new TextDecoder().decode(bytes);

/**
 * The keys of a cache, in the order in which they were stored.
 * @param {string} cacheName
 */
async function keys(cacheName) {
  if (!(await caches.has(cacheName))) return [];
  return (await (await caches.open(cacheName)).keys()).map((request) => request.url);
}

async function removeAll() {
  removed = true;
  await worker.registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
}
