// The app: its page and the files with a hash in their names. A version is cached whole or not at all.

const CONFIG = /id="?wsis-config"?[^>]*>([^<]*)</;

// The base address of the data. The page names it, and may have been edited after the build; until the page has been
// read, the address of the build holds.
let api = new URL(BUILD.api, HOME).href;
let apiIsKnown = false;

async function install() {
  try {
    const page = await fetchedPage();
    if (!page) throw new Error("the page is of another version than this worker");
    await Promise.all(Object.keys(BUILD.files).map(cacheAppFile));
    await put(APP, HOME, page);
  } catch (error) {
    await caches.delete(APP);
    throw error;
  }
}

// A worker lives on when everything was removed and the reader comes back before it has ended.
async function restoreApp() {
  removed = false;
  if ((await keys(APP)).length <= Object.keys(BUILD.files).length) await install();
}

/** @param {string} name */
async function cacheAppFile(name) {
  // A file that an older version has with the same content is not requested again.
  const file = (await cachedAppFile(name)) ?? (await fetchedAppFile(name, BUILD.files[name]));
  await put(APP, HOME + name, file);
}

/**
 * A file as this version or an older one has cached it. A name contains the hash of the content, so any version will do.
 * @param {string} name
 */
async function cachedAppFile(name) {
  for (const cacheName of await appCaches()) {
    const file = await cached(cacheName, HOME + name);
    if (file && (BUILD.files[name] ?? file.headers.get(HASH)) === file.headers.get(HASH)) return file;
  }
  return undefined;
}

/**
 * A file from the browser's HTTP cache, where the page has just left it; if that is broken, from the host.
 * @param {string} name @param {string} hash
 */
async function fetchedAppFile(name, hash) {
  for (const cache of /** @type {const} */ (["default", "reload"])) {
    const response = await fetch(HOME + name, { cache });
    const file = { bytes: await response.arrayBuffer(), headers: response.headers };
    if (response.ok && (await hashOf(file.bytes)) === hash) return file;
  }
  throw new Error(`${name} is not as it was built`);
}

// The page, if it is of this version: if it names the files of the version. Its hash would not do, since operators edit it.
async function fetchedPage() {
  const response = await fetch(HOME, { cache: "no-cache" });
  const page = { bytes: await response.arrayBuffer(), headers: response.headers };
  const text = textOf(page);
  return response.ok && BUILD.named.every((name) => text.includes(name)) ? page : undefined;
}

/** @param {FetchEvent} event */
async function onPage(event) {
  const page = await cached(APP, HOME);
  event.waitUntil(refreshPage(page).catch(() => {}));
  return page ? answer(page) : fetch(event.request);
}

/**
 * Fetches what an operator changed in the page of this version, for the next visit. The page of another version is left
 * to the worker that comes with it.
 * @param {Cached | undefined} known
 */
async function refreshPage(known) {
  const page = await fetchedPage();
  if (!page || (known && (await hashOf(page.bytes)) === known.headers.get(HASH))) return;
  await put(APP, HOME, page);
  apiIsKnown = false;
}

/** @param {Request} request @param {string} name */
async function onAppFile(request, name) {
  const file = await cachedAppFile(name);
  if (file) return answer(file);
  const hash = BUILD.files[name];
  if (!hash) return fetch(request);
  const repaired = await fetchedAppFile(name, hash).catch(() => undefined);
  if (!repaired) return fetch(request);
  await put(APP, HOME + name, repaired).catch(() => {});
  return answer(repaired);
}

async function appCaches() {
  const names = (await caches.keys()).filter((name) => name.startsWith(`${OURS}app `));
  return [APP, ...names.filter((name) => name !== APP).reverse()];
}

// Pages that are open may still be of the version before this one.
async function dropOldApps() {
  const [, , ...old] = await appCaches();
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function dataAddress() {
  if (apiIsKnown) return api;
  const page = await cached(APP, HOME);
  if (!page) return api;
  try {
    const { api: address } = JSON.parse(CONFIG.exec(textOf(page))?.[1] ?? "");
    api = new URL(address.replace(/\/?$/, "/"), HOME).href;
  } catch {
    // The app has its defaults for a configuration that cannot be read; the build's is the same.
  }
  apiIsKnown = true;
  return api;
}
