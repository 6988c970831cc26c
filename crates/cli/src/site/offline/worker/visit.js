// What every visit leaves behind, and for how long.

// How many files are asked for at once: the reader's own requests come first.
const LANES = 4;
// Above so many projects the columns of all of them are too much to be loaded unasked.
const SEARCHABLE = 5000;

// The page was open before this worker was: what it has loaded until then.
async function onVisit(addresses, page) {
  if (keepsNothing(new URL(page).search)) return;
  await keepAppAgain();
  const base = await whereDataLie();
  const manifest = await fetchedManifest(base);
  const files = addresses.map((address) => new URL(address)).filter((url) => below(base, url) && !url.search);
  const lasting = files.map((url) => url.href).filter((address) => !UNFOLDERED.test(address.slice(base.length)));
  await inLanes(lasting, keepFile);
  if (!manifest) return;
  const folder = new URL(manifest.base, base).href;
  const named = lasting.map((address) => /\/matrix\.(\w+)\.json$/.exec(address)?.[1]).filter(Boolean);
  const asked = new URL(page).searchParams.get("lang")?.toLowerCase();
  const languages = new Set(named.length ? named : [asked in BUILD.visit ? asked : "en"]);
  for (const language of languages) await keepVisit(folder, language);
}

// The manifest of this visit: usually the page has just asked for it through here.
async function fetchedManifest(base) {
  if (fresh) return fresh;
  try {
    const taken = await takenFrom(await fetch(`${base}manifest.json`, { cache: "no-cache" }));
    if (taken) remember(taken);
  } catch {
    // Without a network there is nothing new to keep.
  }
  return fresh;
}

// Everything for one language of a snapshot, and the manifest once that snapshot can be shown.
async function keepVisit(folder, language) {
  const files = (BUILD.visit[language] ?? []).map((file) => folder + file);
  if (removed || (await inLanes(files.slice(0, BUILD.first), keepFile)).some((told) => !told.kept)) return;
  const known = fresh && new URL(fresh.base, api).href === folder ? fresh : undefined;
  if (known) await keepManifest(known);
  await inLanes(files.slice(BUILD.first), keepMissing);
  await keepTours(folder, language, known);
}

// What the tours that come with the data show: cells, projects, and lists out of the columns of all projects.
async function keepTours(folder, language, manifest) {
  const file = await kept(DATA, `${folder}context/${language}/tours.json`);
  if (!file) return;
  const steps = (JSON.parse(textOf(file)).tours ?? []).flatMap((tour) => tour.steps ?? []);
  const files = steps.flatMap(({ view }) => shownBy(new URLSearchParams(view), language));
  if ((manifest?.projects ?? 0) <= SEARCHABLE) files.push("index.json", "titles.json");
  await inLanes([...new Set(files)].map((name) => folder + name), keepMissing);
}

function shownBy(view, language) {
  const [line, goal, project] = ["line", "goal", "project"].map((name) => view.get(name));
  const files = [];
  if (line && goal) files.push(`cells/${line}/${goal}/1.json`);
  else if (line) files.push(`profiles/${language}/${line}.json`);
  if (project) files.push(`projects/${project}.json`);
  return files;
}

const keepMissing = async (address) => (await has(DATA, address)) || keepFile(address);

// Keeps a file of the data unless it is kept and sound; says what came of it.
async function keepFile(address) {
  if (await kept(DATA, address)) return { kept: true };
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

async function inLanes(items, act) {
  const queue = items.entries();
  const told = [];
  const lane = async () => {
    for (const [at, item] of queue) told[at] = await act(item);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return told;
}

// --- Manifests: one for each snapshot that is kept ---

const manifestKey = (snapshot) => `${HOME}?manifest=${encodeURIComponent(snapshot)}`;
const READY = `${HOME}?ready`;

async function keepManifest({ bytes, headers, snapshot, made }) {
  const own = new Headers(headers);
  own.set("x-kept-made", made);
  own.set("x-kept-at", Date.now());
  await put(DATA, manifestKey(snapshot), { bytes, headers: own });
  await dropOldSnapshots();
}

// Those that are kept and sound, the one that was kept last first, each with its key.
async function keptManifests() {
  const all = (await keys(DATA)).filter((key) => key.startsWith(manifestKey("")));
  const manifests = await Promise.all(all.map(async (key) => ({ key, ...(await kept(DATA, key)) })));
  const at = ({ headers }) => Number(headers.get("x-kept-at"));
  return manifests.filter(({ bytes }) => bytes).sort((one, other) => at(other) - at(one));
}

// Everything was made ready of one snapshot, so without a network that one is shown, even if a later visit began another.
async function keptManifest() {
  const [all, ready] = [await keptManifests(), await readyMark()];
  return all.find(({ key }) => ready && key === manifestKey(ready.snapshot)) ?? all[0];
}

async function readyMark() {
  const mark = await kept(DATA, READY);
  return mark && JSON.parse(textOf(mark));
}

// The newest two snapshots stay, and the one that was made ready.
async function dropOldSnapshots() {
  const [all, ready] = [await keys(DATA), await readyMark()];
  const old = (await keptManifests()).slice(2).filter(({ key }) => key !== manifestKey(ready?.snapshot ?? ""));
  for (const manifest of old) {
    const folder = new URL(JSON.parse(textOf(manifest)).base, api).href;
    // A folder that is the whole API belongs to every snapshot.
    const files = all.filter((address) => folder !== api && address.startsWith(folder));
    await Promise.all([...files, manifest.key].map((address) => forget(DATA, address)));
  }
}
