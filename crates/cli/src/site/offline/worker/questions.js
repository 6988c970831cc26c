// What the page asks by message: what is kept, to keep one file more, to prove it, to remove all.

async function onQuestion(question, source) {
  await whereDataLie();
  switch (question.ask) {
    case "state": return state(question.base, source.id);
    case "begin": return begin(question.snapshot);
    case "keep": return keepFile(question.file);
    case "prove": return prove(question);
    case "remove": return removeAll().then(() => ({ kept: false }));
    default: return {};
  }
}

// What is kept of the snapshot whose folder is `base`.
async function state(base, client) {
  const all = new Set(await keys(DATA));
  const ready = await readyMark();
  const manifest = await keptManifest();
  const needed = (language) => BUILD.visit[language].filter((file) => !file.endsWith("/tours.json"));
  const complete = (language) => needed(language).every((file) => all.has(base + file));
  return {
    made: manifest?.headers.get("x-kept-made") ?? "",
    languages: Object.keys(BUILD.visit).filter(complete),
    cells: [...all].filter((key) => key.startsWith(`${base}cells/`)).length,
    proved: ready?.day ?? "",
    provedSnapshot: ready?.snapshot ?? "",
    stale: stale.get(client) ?? "",
  };
}

// What is made ready hangs on its manifest.
async function begin(snapshot) {
  if (await kept(DATA, manifestKey(snapshot))) return {};
  const manifest = await fetchedManifest(api);
  if (manifest?.snapshot === snapshot) await keepManifest(manifest);
  return {};
}

// Reads everything back, from here alone: the app, and each file of the list. If nothing is missing, that is remembered.
async function prove({ files, snapshot, day }) {
  const missing = [];
  await inLanes([...Object.keys(BUILD.files).map((name) => HOME + name), HOME], async (address) => {
    if (!(await kept(APP, address))) missing.push(address);
  });
  await inLanes(files, async (address) => {
    if (!(await kept(DATA, address))) missing.push(address);
  });
  if (!(await kept(DATA, manifestKey(snapshot)))) missing.push(`${api}manifest.json`);
  if (!missing.length) await markReady({ snapshot, day });
  return { checked: files.length + Object.keys(BUILD.files).length + 2, missing };
}

async function markReady(mark) {
  const bytes = new TextEncoder().encode(JSON.stringify(mark));
  await put(DATA, READY, { bytes, headers: { "content-type": "application/json" } });
  await dropOldSnapshots();
}
