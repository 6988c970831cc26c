// Runs before the app and before anything is drawn, inline in the page: sets language, direction and theme of the
// address, hides the prerendered table if the view is another one, says whether the account of the data is asked for, and
// shows the crash box if the program cannot start or stops. Errors of others, such as a browser extension, are ignored.
// The names and values of the address are the core's; crates/core/tests/scripts.rs compares them.
// A test holds the minified script below 1 kB.
(() => {
  const root = document.documentElement, { dataset } = root, asked = new URLSearchParams(location.search);
  /** @param {string} name */
  const get = (name) => asked.get(name);
  /** @param {string} name @param {string} known */
  const of = (name, known) => known.split(" ").find((it) => it === get(name)?.toLowerCase());
  const language = of("lang", "ar zh fr ru es"), theme = of("theme", "light dark contrast"), embed = get("embed") === "1";
  if (language === "ar") root.dir = "rtl";
  if (theme) dataset.theme = theme;
  if (embed) dataset.embed = "";
  const names = /** @type {string[]} */ (["open", "show", "present", "kiosk", embed && "line", embed && "goal"]);
  if (language || names.some(get) || /^c7-/i.test(/** @type {string} */ (get("line")))) dataset.boot = "other";
  const readHash = () => root.toggleAttribute("data-about", /^#(about$|source-)/.test(location.hash));
  readHash();
  addEventListener("hashchange", readHash);
  /** @param {{ error?: unknown, reason?: unknown }} event */
  const stop = ({ error, reason }) => {
    const late = "ready" in dataset;
    if (late && !((error ?? reason) instanceof WebAssembly.RuntimeError)) return;
    /** @type {HTMLElement} */ (document.getElementById("crash")).hidden = false;
    dataset.crash = late ? "late" : "early";
    delete dataset.boot;
  };
  addEventListener("error", stop);
  addEventListener("unhandledrejection", stop);
})();
