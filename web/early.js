// Answers before the program, inline in the page. Asks for the data of the first load at once; a click on a cell of the
// prerendered table selects it, shows its names from the page and lists its projects as soon as they are there. The program
// takes over: the view from the address, the answers from `wsisAnswers` (crates/platform/src/early.rs), and the panel, which
// stays until the program can draw its own (src/explorer/prerendered.rs). In a host page the program does all of it.
// Texts of the data stay texts. Names and values of the address are the core's; crates/core/tests/scripts.rs compares them.
(() => {
  const { dataset } = document.documentElement;
  /** @param {string} selector */
  const textOf = (selector) => document.querySelector(selector)?.textContent ?? "";
  /** @type {{ api?: string, detailsStyle?: string }} */
  const { api: folder = "api/v1/", detailsStyle } = JSON.parse(textOf("[type='application/json']") || "{}");
  const api = new URL(folder, location.href).href;
  const query = () => new URLSearchParams(location.search);
  /** @type {Record<string, { answer: Promise<Response>, stop: () => void }>} */
  const answers = {};
  /** @type {Promise<unknown> | undefined} */
  let shown;
  Object.assign(window, { wsisAnswers: answers, wsisShown: () => shown });
  /** @param {string} path @param {RequestCache} [cache] */
  const ask = (path, cache) => {
    const asked = answers[api + path];
    if (asked) return asked.answer;
    const controller = new AbortController();
    const answer = fetch(api + path, { cache, signal: controller.signal });
    // The program reads the failure; nobody else has to.
    answer.catch(() => {});
    answers[api + path] = { answer, stop: () => controller.abort() };
    return answer;
  };
  /** @param {Promise<Response>} answer */
  const read = async (answer) => (await answer).clone().json();
  const known = read(ask("manifest.json", "no-cache")).then((manifest) => {
    const wanted = query().get("lang")?.toLowerCase();
    const language = manifest.languages.find((/** @type {string} */ it) => it === wanted) ?? "en";
    const files = [`matrix.${language}`, "counts"];
    if (language !== "en") files.push(`interface.${language}`);
    for (const file of files) ask(`${manifest.base}${file}.json`);
    return manifest;
  });
  known.catch(() => {});

  /** @param {string} name @param {Record<string, string>} attributes @param {(Node | string)[]} children */
  const make = (name, attributes, ...children) => {
    const element = document.createElement(name);
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    element.append(...children);
    return element;
  };
  const selection = ["line", "goal", "project", "initiative"], settings = ["theme", "lang", "sw"];
  /** Whether the address asks for more than a selection, such as a filter, which the program alone can answer. */
  const asksForMore = () => [...query().keys()].some((it) => ![...selection, ...settings].includes(it));

  /** Says whether the address could be set: a frame may have no history. @param {Record<string, string>} view */
  const go = (view) => {
    const asked = query();
    for (const name of selection) asked.delete(name);
    for (const name in view) asked.set(name, view[name]);
    try {
      history.pushState(null, "", `?${asked}`);
      return true;
    } catch {
      return false;
    }
  };

  /** @param {{ id: string, title: string, titleLanguage: string, organisation?: string, year?: number }} project */
  const card = ({ id, title, titleLanguage, organisation, year }) => {
    const facts = [organisation, year].filter(Boolean).map((it) => make("span", { class: "fact" }, make("bdi", {}, `${it}`)));
    const name = make("button", { class: "project-title", lang: titleLanguage, dir: "auto", "data-project": id }, title);
    return make("li", { class: "project" }, name, make("p", { class: "project-facts" }, ...facts));
  };

  /** @param {string} line @param {string} goal */
  const showCell = async (line, goal) => {
    const find = () => document.querySelector("#prerendered .selected");
    // The panel comes behind the table.
    if (!find()) await new Promise((there) => document.addEventListener("readystatechange", there, { once: true }));
    const place = find();
    if (detailsStyle && !document.getElementById(detailsStyle)) {
      document.head.append(make("link", { id: detailsStyle, rel: "stylesheet", href: detailsStyle }));
    }
    // A row's label is its code and official name, then its numbers.
    const label = document.getElementById(`line-${line}`)?.getAttribute("aria-label") ?? "";
    const name = label.slice(line.length + 1).replace(/:[^:]*$/, "");
    const lineName = make("span", { class: "heading-part" }, make("span", { class: "line-code" }, line), make("span", {}, name));
    const tile = make("span", { class: "goal-tile", "data-goal": goal }, goal);
    const goalName = make("span", { class: "heading-part" }, tile, make("span", {}, textOf(`#goal-${goal} .goal-name`)));
    const title = make("h2", { id: "panel-title", tabindex: "-1" }, lineName, goalName);
    const list = make("ol", { class: "projects" });
    const waiting = make("div", { class: "skeleton" }, ...[1, 2, 3, 4].map(() => make("span", { class: "skeleton-bar" })));
    const head = make("div", { class: "panel-top" }, make("div", { class: "panel-head", "data-goal": goal }, make("div", {}, title)));
    const content = make("div", { class: "tab-contents" }, make("div", { class: "tab-content current" }, waiting, list));
    place?.replaceChildren(make("div", { "data-early": `${line}-${goal}` }, head, content));
    place?.closest(".panel")?.classList.add("open");
    const { base } = await known;
    const { projects } = await read(ask(`${base}cells/${line}/${goal}/1.json`));
    list.append(...projects.map(card));
    waiting.remove();
    // Time to draw it, before the program has work to do.
    await new Promise((done) => setTimeout(done, 30));
  };

  /** @param {Event} event */
  const act = (event) => {
    if (!(event.target instanceof Element)) return;
    const project = event.target.closest("[data-project]")?.getAttribute("data-project");
    const [line, goal] = event.target.closest("[data-early]")?.getAttribute("data-early")?.split("-") ?? [];
    if (project && go({ line, goal, project })) {
      delete dataset.early;
      // The program, if it runs by now, follows the address.
      dispatchEvent(new PopStateEvent("popstate"));
    }
    const target = event.target.closest("#prerendered :is(td, th, button)[id]");
    if (!target || dataset.boot) return;
    dataset.early = target.id;
    const [, of, at] = /cell-(C\d+)-(\d+)$/.exec(target.id) ?? [];
    if (!of || "embed" in dataset || asksForMore()) return;
    event.preventDefault();
    if (!go({ line: of, goal: at })) return;
    document.querySelector("#prerendered .current")?.classList.remove("current");
    for (const cell of document.querySelectorAll("#prerendered td[aria-selected]")) {
      const isChosen = cell.id === `cell-${of}-${at}`;
      cell.setAttribute("aria-selected", `${isChosen}`);
      if (isChosen) cell.parentElement?.classList.add("current");
    }
    // The program begins when the answer is there, or takes too long.
    shown = Promise.race([showCell(of, at).catch(() => {}), new Promise((done) => setTimeout(done, 1000))]);
  };
  addEventListener("click", act);
  addEventListener("keydown", (event) => {
    const isPlain = !(event.ctrlKey || event.altKey || event.metaKey || event.shiftKey);
    if (isPlain && ["Enter", " "].includes(event.key) && event.target instanceof HTMLTableCellElement) act(event);
  });
})();
