// The types that the parts of the service worker share. They are concatenated into one script, so all of them are global.

/** What `wsis site` writes at the start of the worker. */
declare const BUILD: {
  /** Changes with every file of the app and with the worker. */
  version: string;
  /** The base address of the data, relative to the page or absolute. */
  api: string;
  /** The app's files by name, each with the SHA-256 of its content. */
  files: Record<string, string>;
  /** The files that the page of this version names. */
  named: string[];
  /** The files of a snapshot that every visit caches, by language. */
  visit: Record<string, string[]>;
  /** How many of them the first view needs. */
  first: number;
  /** The page shown when everything was removed and there is no network. */
  removed: string;
  /** The paths of the API, with names in braces for what varies: `cells/{line}/{goal}/{page}.json`. */
  paths: Record<
    "manifest" | "index" | "titles" | "matrix" | "cell" | "project" | "profile" | "tours",
    string
  >;
  /** The folders inside a snapshot. */
  folders: string[];
  /** The address parameters that the worker reads. */
  parameters: Record<"line" | "goal" | "project" | "language" | "embed" | "worker", string>;
};

/** The bytes of a response and its headers. */
interface Stored {
  bytes: ArrayBuffer;
  headers: HeadersInit;
}

/** A response out of a cache. */
interface Cached extends Stored {
  headers: Headers;
}

/** The manifest of the data, with the response it was read from. */
interface Manifest extends Stored {
  base: string;
  snapshot: string;
  made: string;
  projects?: number;
}

/** Whether a file is in the cache now, and if not, why. */
type KeepResult =
  | { kept: boolean }
  | { kept: false; failed: "status"; code: number }
  | { kept: false; failed: "type"; type: string }
  | { kept: false; failed: "room" | "network" };

/** What the page asks the worker (src/offline). */
type Question =
  | { ask: "state"; base: string }
  | { ask: "begin"; snapshot: string }
  | { ask: "keep"; file: string }
  | { ask: "prove"; files: string[]; snapshot: string; day: string }
  | { ask: "remove" };
