// The data. Files in the folder of a snapshot never change: the cache answers. Everything else, above all the manifest, is
// requested each time; the cache answers only without a network or a timely response.

const PATIENCE = 3000;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;

/**
 * The manifest as the network last gave it. It is cached once the matrix of its snapshot is.
 * @type {Manifest | undefined}
 */
let fresh;
/**
 * The pages that got a cached manifest, and its date.
 * @type {Map<string, string>}
 */
const stale = new Map();

/** @param {FetchEvent} event @param {URL} url */
async function onData(event, url) {
  const name = below(await dataAddress(), url);
  const client = await worker.clients.get(event.clientId);
  if (name === undefined || url.search || (client && cachesNothing(new URL(client.url).search))) return fetch(event.request);
  if (name === BUILD.paths.manifest) return onManifest(event);
  return SNAPSHOT_FILE.test(name) ? onLasting(event, url.href, name) : onChanging(event, url.href);
}

/** @param {FetchEvent} event */
async function onManifest(event) {
  const response = await promptly(event, cachedManifest, async (taken) => remember(taken));
  const made = response.headers.get("x-kept-made");
  if (event.clientId) tellAge(event.clientId, made ?? "");
  return response;
}

/** @param {Stored} taken */
function remember(taken) {
  const manifest = JSON.parse(textOf(taken));
  if (typeof manifest?.base === "string") fresh = { ...manifest, ...taken };
}

/**
 * Tells a page that its data are of another day.
 * @param {string} id @param {string} made
 */
async function tellAge(id, made) {
  stale.set(id, made);
  (await worker.clients.get(id))?.postMessage(JSON.stringify({ kept: made }));
}

/** @param {FetchEvent} event @param {string} address */
const onChanging = (event, address) =>
  promptly(event, () => cached(DATA, address), (taken) => put(DATA, address, taken).catch(() => {}));

/**
 * The network's response if it comes in time and can be used; else the cached one; else whatever the network says.
 * @param {FetchEvent} event
 * @param {() => Promise<Stored | undefined>} fromCache
 * @param {(taken: Stored) => Promise<unknown>} take
 */
async function promptly(event, fromCache, take) {
  const asked = fetch(event.request).then(async (response) => {
    const taken = await takenFrom(response);
    if (taken) await take(taken);
    return { response, taken };
  });
  event.waitUntil(asked.catch(() => {}));
  const first = await Promise.race([asked, after(PATIENCE)]).catch(() => undefined);
  if (first?.taken) return first.response;
  const here = await fromCache();
  return here ? answer(here) : (await asked).response;
}

/**
 * @param {number} milliseconds
 * @returns {Promise<undefined>}
 */
const after = (milliseconds) => new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));

/** @param {FetchEvent} event @param {string} address @param {string} name */
async function onLasting(event, address, name) {
  const here = await cached(DATA, address);
  const response = here ? answer(here) : await fetch(event.request);
  const copy = here || !mayBeCached(response) ? undefined : response.clone();
  event.waitUntil(cacheAlong(address, name, copy).catch(() => {}));
  return response;
}

/**
 * Caches a response. A request for the matrix in a language also caches the other files of that language.
 * @param {string} address @param {string} name @param {Response | undefined} copy
 */
async function cacheAlong(address, name, copy) {
  const taken = copy && (await takenFrom(copy));
  if (taken) await put(DATA, address, taken);
  const [, folder, language] = MATRIX.exec(name) ?? [];
  if (folder && language) await cacheVisit(api + folder, language);
}

/**
 * Whether a response is successful, declared as JSON, and allowed to be stored.
 * @param {Response} response
 */
function mayBeCached(response) {
  /** @param {string} name */
  const header = (name) => response.headers.get(name) ?? "";
  const lasts = !/\bno-store\b/.test(header("cache-control"));
  return response.ok && response.type !== "opaque" && lasts && JSON_TYPE.test(header("content-type"));
}

/**
 * The content of a response that may be cached, if it is complete and parses as JSON.
 * @param {Response} response
 */
async function takenFrom(response) {
  if (!mayBeCached(response)) return undefined;
  try {
    const taken = { bytes: await response.clone().arrayBuffer(), headers: response.headers };
    JSON.parse(textOf(taken));
    return taken;
  } catch {
    return undefined;
  }
}
