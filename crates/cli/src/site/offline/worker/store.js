// Where things are kept: a cache for each version of the app, one for the data. Whatever is kept carries the hash of its
// bytes and is held against it whenever it is read.

// With the slash of the site's folder: sites below other paths of one host have caches of their own.
const HOME = new URL("./", self.location).href;
const OURS = `wsis-sdg-matrix ${new URL(HOME).pathname} `;
const APP = `${OURS}app ${BUILD.version}`;
const DATA = `${OURS}data`;
const HASH = "x-kept-sha256";

// From the moment that everything was removed, until the next visit starts another worker.
let removed = false;

async function hashOf(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// The length and packing of the transfer are not those of what is kept.
async function put(cacheName, key, { bytes, headers }) {
  const own = new Headers(headers);
  own.delete("content-encoding");
  own.delete("content-length");
  own.set(HASH, await hashOf(bytes));
  if (removed) return;
  const cache = await caches.open(cacheName);
  await cache.put(key, new Response(bytes, { headers: own }));
}

// Whether something is kept under a key, whatever has become of it.
const has = (cacheName, key) => caches.match(key, { cacheName, ignoreVary: true }).then(Boolean, () => false);

// What is kept under a key, if it still is what was put there; what is not is thrown away and counts as never kept.
async function kept(cacheName, key) {
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

async function forget(cacheName, key) {
  const cache = await caches.open(cacheName);
  await cache.delete(key, { ignoreVary: true });
}

const answer = ({ bytes, headers }) => new Response(bytes, { headers });

const textOf = ({ bytes }) => new TextDecoder().decode(bytes);

// The addresses of what is kept, in the order in which it was put there.
async function keys(cacheName) {
  if (!(await caches.has(cacheName))) return [];
  return (await (await caches.open(cacheName)).keys()).map((request) => request.url);
}

async function removeAll() {
  removed = true;
  await self.registration.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(names.map((name) => caches.delete(name)));
}
