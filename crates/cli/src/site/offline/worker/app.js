// The app: its page and the files with a hash in their names. A version is kept whole or not at all.

const CONFIG = /id="?wsis-config"?[^>]*>([^<]*)</;

// Where the data lie. The page says so, and may have been edited after the build; until it has been read, what the build
// was told holds.
let api = new URL(BUILD.api, HOME).href;
let apiIsKnown = false;

async function install() {
  try {
    const page = await fetchedPage();
    if (!page) throw new Error("the page is of another version than this worker");
    await Promise.all(Object.keys(BUILD.files).map(keepAppFile));
    await put(APP, HOME, page);
  } catch (error) {
    await caches.delete(APP);
    throw error;
  }
}

// A worker lives on when everything was removed and the reader comes back before it has ended.
async function keepAppAgain() {
  removed = false;
  if ((await keys(APP)).length <= Object.keys(BUILD.files).length) await install();
}

async function keepAppFile(name) {
  const hash = BUILD.files[name];
  // What an older version has of the same content is not asked for again.
  const file = (await keptAppFile(name)) ?? (await fetchedAppFile(name, hash));
  await put(APP, HOME + name, file);
}

// A file as this version or one before it keeps it. A name has the hash of the content in it, so any will do.
async function keptAppFile(name) {
  for (const cacheName of await appCaches()) {
    const file = await kept(cacheName, HOME + name);
    if (file && (BUILD.files[name] ?? file.headers.get(HASH)) === file.headers.get(HASH)) return file;
  }
  return undefined;
}

// From the browser's own cache, where the page has just left it; if that is broken, from the host.
async function fetchedAppFile(name, hash) {
  for (const cache of ["default", "reload"]) {
    const response = await fetch(HOME + name, { cache });
    const file = { bytes: await response.arrayBuffer(), headers: response.headers };
    if (response.ok && (await hashOf(file.bytes)) === hash) return file;
  }
  throw new Error(`${name} is not as it was built`);
}

// The page, if it is one of this version. Not by its hash, since operators edit it: it has to name the files of the version.
async function fetchedPage() {
  const response = await fetch(HOME, { cache: "no-cache" });
  const page = { bytes: await response.arrayBuffer(), headers: response.headers };
  const text = textOf(page);
  return response.ok && BUILD.named.every((name) => text.includes(name)) ? page : undefined;
}

async function onPage(event) {
  const page = await kept(APP, HOME);
  event.waitUntil(refreshPage(page).catch(() => {}));
  return page ? answer(page) : fetch(event.request);
}

// What an operator changed in the page of this version is there at the next visit. The page of another version is left to
// the worker that comes with it.
async function refreshPage(known) {
  const page = await fetchedPage();
  if (!page || (known && (await hashOf(page.bytes)) === known.headers.get(HASH))) return;
  await put(APP, HOME, page);
  apiIsKnown = false;
}

async function onAppFile(request, name) {
  const file = await keptAppFile(name);
  if (file) return answer(file);
  const hash = BUILD.files[name];
  if (!hash) return fetch(request);
  const mended = await fetchedAppFile(name, hash).catch(() => undefined);
  if (!mended) return fetch(request);
  await put(APP, HOME + name, mended).catch(() => {});
  return answer(mended);
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

async function whereDataLie() {
  if (apiIsKnown) return api;
  const page = await kept(APP, HOME);
  if (!page) return api;
  try {
    const { api: address } = JSON.parse(CONFIG.exec(textOf(page))[1]);
    api = new URL(address.replace(/\/?$/, "/"), HOME).href;
  } catch {
    // The app has its defaults for a configuration that cannot be read; the build's is the same.
  }
  apiIsKnown = true;
  return api;
}
