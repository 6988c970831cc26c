// The data. What lies in the folder of a snapshot never changes: what is kept is the answer. Everything else, above all the
// manifest, is asked for anew, and only without a network, or a prompt answer, what is kept has to do.

const PATIENCE = 3000;
const JSON_TYPE = /^application\/([\w.-]+\+)?json\b/i;
const UNFOLDERED = /^(cells|context|profiles|projects)\/|^[^/]*$/;

// The manifest as the network gave it last: it is kept once the matrix of its snapshot is.
let fresh;
// Which pages had to do with a kept manifest, and of which day.
const stale = new Map();

async function onData(event, url) {
  const name = below(await whereDataLie(), url);
  const client = await self.clients.get(event.clientId);
  if (name === undefined || url.search || (client && keepsNothing(new URL(client.url).search))) return fetch(event.request);
  if (name === "manifest.json") return onManifest(event);
  return UNFOLDERED.test(name) ? onChanging(event, url.href) : onLasting(event, url.href, name);
}

async function onManifest(event) {
  const response = await promptly(event, keptManifest, remember);
  const made = response.headers.get("x-kept-made");
  if (event.clientId) tellAge(event.clientId, made ?? "");
  return response;
}

function remember(taken) {
  const manifest = JSON.parse(textOf(taken));
  if (typeof manifest?.base === "string") fresh = { ...manifest, ...taken };
}

// So that the page can say that what it shows is of another day.
async function tellAge(id, made) {
  stale.set(id, made);
  (await self.clients.get(id))?.postMessage(JSON.stringify({ kept: made }));
}

const onChanging = (event, address) => promptly(event, () => kept(DATA, address), (taken) => put(DATA, address, taken).catch(() => {}));

// The network's answer if it comes in time and can be used; else what is kept; else whatever the network says.
async function promptly(event, fromHere, take) {
  const asked = fetch(event.request).then(async (response) => {
    const taken = await takenFrom(response);
    if (taken) await take(taken);
    return { response, taken };
  });
  event.waitUntil(asked.catch(() => {}));
  const first = await Promise.race([asked, after(PATIENCE)]).catch(() => undefined);
  if (first?.taken) return first.response;
  const here = await fromHere();
  return here ? answer(here) : (await asked).response;
}

const after = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function onLasting(event, address, name) {
  const here = await kept(DATA, address);
  const response = here ? answer(here) : await fetch(event.request);
  const copy = here || !mayBeKept(response) ? undefined : response.clone();
  event.waitUntil(keepAlong(address, name, copy).catch(() => {}));
  return response;
}

// Keeps an answer; and whoever asks for the matrix in a language will want what belongs to it.
async function keepAlong(address, name, copy) {
  const taken = copy && (await takenFrom(copy));
  if (taken) await put(DATA, address, taken);
  const [, folder, language] = /^([^/]+\/)matrix\.(\w+)\.json$/.exec(name) ?? [];
  if (language) await keepVisit(api + folder, language);
}

// Without a failure, JSON by what is said of it, and not to be forgotten.
function mayBeKept(response) {
  const said = (name) => response.headers.get(name) ?? "";
  const lasts = !/\bno-store\b/.test(said("cache-control"));
  return response.ok && response.type !== "opaque" && lasts && JSON_TYPE.test(said("content-type"));
}

// An answer to be kept, if it may be, is complete, and is JSON indeed.
async function takenFrom(response) {
  if (!mayBeKept(response)) return undefined;
  try {
    const taken = { bytes: await response.clone().arrayBuffer(), headers: response.headers };
    JSON.parse(textOf(taken));
    return taken;
  } catch {
    return undefined;
  }
}
