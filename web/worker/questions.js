// Answers to the page's questions: what is cached, cache one more file, check everything, remove everything.

/** @param {Question} question @param {string} client */
async function onQuestion(question, client) {
  await dataAddress();
  switch (question.ask) {
    case "state": return state(question.base, client);
    case "begin": return begin(question.snapshot);
    case "keep": return cacheFile(question.file);
    case "prove": return prove(question);
    case "remove": return removeAll().then(() => ({ kept: false }));
    default: return {};
  }
}

/**
 * What is cached of the snapshot in the folder `base`.
 * @param {string} base @param {string} client
 */
async function state(base, client) {
  const all = new Set(await keys(DATA));
  const ready = await readyMark();
  const manifest = await cachedManifest();
  // A server of this contract may lack the tours.
  /** @param {string} language */
  const needed = (language) => BUILD.visit[language].filter((file) => file !== pathOf("tours", { language }));
  /** @param {string} language */
  const complete = (language) => needed(language).every((file) => all.has(base + file));
  return {
    made: manifest?.headers.get("x-kept-made") ?? "",
    languages: Object.keys(BUILD.visit).filter(complete),
    cells: [...all].filter((key) => key.startsWith(base + CELLS)).length,
    proved: ready?.day ?? "",
    provedSnapshot: ready?.snapshot ?? "",
    stale: stale.get(client) ?? "",
  };
}

/**
 * Caches the manifest of a snapshot, under which everything else is made ready.
 * @param {string} snapshot
 */
async function begin(snapshot) {
  if (await cached(DATA, manifestKey(snapshot))) return {};
  const manifest = await fetchedManifest(api);
  if (manifest?.snapshot === snapshot) await cacheManifest(manifest);
  return {};
}

/**
 * Reads the app and all listed files back from the cache alone. If nothing is missing, that is remembered.
 * @param {{ files: string[], snapshot: string, day: string }} question
 */
async function prove({ files, snapshot, day }) {
  /** @type {string[]} */
  const missing = [];
  await inLanes([...Object.keys(BUILD.files).map((name) => HOME + name), HOME], async (address) => {
    if (!(await cached(APP, address))) missing.push(address);
  });
  await inLanes(files, async (address) => {
    if (!(await cached(DATA, address))) missing.push(address);
  });
  if (!(await cached(DATA, manifestKey(snapshot)))) missing.push(api + BUILD.paths.manifest);
  if (!missing.length) await markReady({ snapshot, day });
  return { checked: files.length + Object.keys(BUILD.files).length + 2, missing };
}

/** @param {{ snapshot: string, day: string }} mark */
async function markReady(mark) {
  const { buffer } = new TextEncoder().encode(JSON.stringify(mark));
  await put(DATA, READY, { bytes: buffer, headers: { "content-type": "application/json" } });
  await dropOldSnapshots();
}
