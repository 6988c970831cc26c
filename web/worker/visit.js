// What every visit caches, and for how long.

// How many files are requested at once: the reader's own requests come first.
const LANES = 4;
// With more projects, the columns of all of them are too large to be loaded without being asked for.
const SEARCHABLE = 5000;

/**
 * Caches the files that a page loaded before this worker started.
 * @param {string[]} addresses @param {string} page
 */
async function onVisit(addresses, page) {
  if (cachesNothing(new URL(page).search)) return;
  await restoreApp();
  const base = await dataAddress();
  const manifest = await fetchedManifest(base);
  const files = addresses.map((address) => new URL(address)).filter((url) => below(base, url) && !url.search);
  const names = files.map((url) => url.href.slice(base.length)).filter((name) => SNAPSHOT_FILE.test(name));
  await inLanes(names.map((name) => base + name), cacheFile);
  if (!manifest) return;
  const folder = new URL(manifest.base, base).href;
  const named = names.map((name) => MATRIX.exec(name)?.[2]).filter((language) => language !== undefined);
  const asked = new URL(page).searchParams.get(BUILD.parameters.language)?.toLowerCase() ?? "";
  const languages = new Set(named.length ? named : [asked in BUILD.visit ? asked : "en"]);
  for (const language of languages) await cacheVisit(folder, language);
}

/**
 * The manifest of this visit: usually the page has just requested it through here.
 * @param {string} base
 */
async function fetchedManifest(base) {
  if (fresh) return fresh;
  try {
    const taken = await takenFrom(await fetch(base + BUILD.paths.manifest, { cache: "no-cache" }));
    if (taken) remember(taken);
  } catch {
    // Without a network there is nothing new to cache.
  }
  return fresh;
}

/**
 * Caches the files of one language of a snapshot, and the manifest once that snapshot can be shown.
 * @param {string} folder @param {string} language
 */
async function cacheVisit(folder, language) {
  const files = (BUILD.visit[language] ?? []).map((file) => folder + file);
  if (removed || (await inLanes(files.slice(0, BUILD.first), cacheFile)).some(({ kept }) => !kept)) return;
  const known = fresh && new URL(fresh.base, api).href === folder ? fresh : undefined;
  if (known) await cacheManifest(known);
  await inLanes(files.slice(BUILD.first), cacheMissing);
  await cacheTours(folder, language, known);
}

/**
 * Caches what the tours of the data show: cells, projects, and for lists the columns of all projects.
 * @param {string} folder @param {string} language @param {Manifest | undefined} manifest
 */
async function cacheTours(folder, language, manifest) {
  const file = await cached(DATA, folder + pathOf("tours", { language }));
  if (!file) return;
  /** @type {{ tours?: { steps?: { view: string }[] }[] }} */
  const { tours = [] } = JSON.parse(textOf(file));
  const steps = tours.flatMap((tour) => tour.steps ?? []);
  const files = steps.flatMap(({ view }) => shownBy(new URLSearchParams(view), language));
  if ((manifest?.projects ?? 0) <= SEARCHABLE) files.push(pathOf("index"), pathOf("titles"));
  await inLanes([...new Set(files)].map((name) => folder + name), cacheMissing);
}

/** @param {URLSearchParams} view @param {string} language */
function shownBy(view, language) {
  const { parameters } = BUILD;
  const [line, goal, project] = [parameters.line, parameters.goal, parameters.project].map((name) => view.get(name));
  const files = [];
  if (line && goal) files.push(pathOf("cell", { line, goal, page: "1" }));
  else if (line) files.push(pathOf("profile", { language, line }));
  if (project) files.push(pathOf("project", { id: project }));
  return files;
}

/** @param {string} address */
const cacheMissing = async (address) => (await has(DATA, address)) || cacheFile(address);

/**
 * Caches a file of the data unless it is there and intact.
 * @param {string} address
 * @returns {Promise<KeepResult>}
 */
async function cacheFile(address) {
  if (await cached(DATA, address)) return { kept: true };
  let response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(20_000) });
    if (!response.ok) return { kept: false, failed: "status", code: response.status };
    const taken = await takenFrom(response);
    if (!taken) return { kept: false, failed: "type", type: response.headers.get("content-type") ?? "" };
    await put(DATA, address, taken);
    return { kept: !removed };
  } catch {
    return { kept: false, failed: response ? "room" : "network" };
  }
}

/**
 * Applies a function to all items, a few at a time; the results are in the order of the items.
 * @template T, R
 * @param {T[]} items @param {(item: T) => Promise<R>} act
 */
async function inLanes(items, act) {
  const queue = items.entries();
  /** @type {R[]} */
  const results = [];
  const lane = async () => {
    for (const [at, item] of queue) results[at] = await act(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return results;
}

// --- Manifests: one for each cached snapshot ---

/** @param {string} snapshot */
const manifestKey = (snapshot) => `${HOME}?manifest=${encodeURIComponent(snapshot)}`;
const READY = `${HOME}?ready`;

/** @param {Manifest} manifest */
async function cacheManifest({ bytes, headers, snapshot, made }) {
  const own = new Headers(headers);
  own.set("x-kept-made", made);
  own.set("x-kept-at", String(Date.now()));
  await put(DATA, manifestKey(snapshot), { bytes, headers: own });
  await dropOldSnapshots();
}

// The manifests that are cached and intact with their keys, the one that was cached last first.
async function cachedManifests() {
  const all = (await keys(DATA)).filter((key) => key.startsWith(manifestKey("")));
  const manifests = [];
  for (const key of all) {
    const manifest = await cached(DATA, key);
    if (manifest) manifests.push({ key, ...manifest });
  }
  /** @param {Cached} manifest */
  const at = ({ headers }) => Number(headers.get("x-kept-at"));
  return manifests.sort((one, other) => at(other) - at(one));
}

// The snapshot that was made ready is the one shown without a network, even if a later visit began another.
async function cachedManifest() {
  const [all, ready] = [await cachedManifests(), await readyMark()];
  return all.find(({ key }) => ready && key === manifestKey(ready.snapshot)) ?? all[0];
}

/** @returns {Promise<{ snapshot: string, day: string } | undefined>} */
async function readyMark() {
  const mark = await cached(DATA, READY);
  return mark && JSON.parse(textOf(mark));
}

// The newest two snapshots stay, and the one that was made ready.
async function dropOldSnapshots() {
  const [all, ready] = [await keys(DATA), await readyMark()];
  const old = (await cachedManifests()).slice(2).filter(({ key }) => key !== manifestKey(ready?.snapshot ?? ""));
  for (const manifest of old) {
    const folder = new URL(JSON.parse(textOf(manifest)).base, api).href;
    // A folder that is the whole API belongs to every snapshot.
    const files = all.filter((address) => folder !== api && address.startsWith(folder));
    await Promise.all([...files, manifest.key].map((address) => forget(DATA, address)));
  }
}
