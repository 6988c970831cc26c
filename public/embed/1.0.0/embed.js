/*
 * <wsis-sdg-matrix>: the WSIS-SDG matrix explorer in a frame of its own, as high as what it shows.
 * A classic script, also valid as a module; it needs nothing and leaves nothing behind but the element.
 * How to use it: docs/embedding.md. Types: embed.d.ts.
 */
(() => {
  "use strict";
  const NAME = "wsis-sdg-matrix";
  // Loaded twice, or in two versions: the first one stays.
  if (customElements.get(NAME)) return;

  /** The names of the explorer's address that are attributes here. */
  const NAMES = (
    "line goal open show q region country year stakeholder group prize declared project compare order scale lens " +
    "lang theme controls"
  ).split(" ");
  /** What the page may set as custom properties `--wsis-…`. */
  const STYLES = { accent: "color", background: "color", font: "font-family", radius: "border-top-left-radius" };
  /** @type {Record<string, string>} */
  const TITLES = {
    en: "WSIS–SDG matrix",
    fr: "Matrice SMSI–ODD",
    es: "Matriz CMSI–ODS",
    ru: "Матрица ВВУИО–ЦУР",
    ar: "مصفوفة القمة العالمية لمجتمع المعلومات وأهداف التنمية المستدامة",
    zh: "信息社会世界峰会与可持续发展目标矩阵",
  };
  const [LEAST, MOST] = [40, 30000];
  /** More messages in a second than a reader's acts can cause. */
  const FLOOD = 120;
  const PATIENCE = 30000;
  /** How long changes are gathered before they are sent, in milliseconds: the explorer hears so many in a second. */
  const PAUSE = 20;

  // A module has no current script; the line of a stack says where this one comes from.
  // (A page may have an image named currentScript.)
  const script = document.currentScript;
  const own = (script instanceof HTMLScriptElement && script.src) || /https?:\/\/[^\s()]+?\/embed\.js/.exec(new Error().stack ?? "")?.[0];
  const base = own && new URL("../../", own).href;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; position: relative }
    :host([hidden]) { display: none }
    slot[hidden] { display: none }
    iframe { position: absolute; inset: 0 auto auto 0; width: 100%; height: 1px; border: 0; opacity: 0; pointer-events: none }
    iframe.ready { display: block; position: static; opacity: 1; pointer-events: auto }
  `);

  /**
   * A computed colour as #rrggbb; nothing if it is not opaque.
   * @param {string} colour
   */
  const hexOf = (colour) => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    if (!context) return undefined;
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    /** @param {number} part */
    const two = (part) => part.toString(16).padStart(2, "0");
    return alpha === 255 ? `#${two(red)}${two(green)}${two(blue)}` : undefined;
  };

  /** @typedef {Record<string, string | null>} Changes Names of the address with their values; null removes one. */

  class WsisSdgMatrix extends HTMLElement {
    static observedAttributes = [...NAMES, "src", "loading", "max-height"];
    #root = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #probe = Object.assign(document.createElement("span"), { hidden: true });
    /** @type {HTMLIFrameElement | undefined} */
    #frame;
    #origin = "";
    #ready = false;
    #address = "";
    #height = 0;
    #started = false;
    /** @type {URLSearchParams | undefined} */
    #query;
    /** @type {Changes} */
    #queue = {};
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #later;
    /** @type {IntersectionObserver | undefined} */
    #seen;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;
    #messages = { second: 0, count: 0 };
    /** @param {MessageEvent} event */
    #receive = (event) => this.#onMessage(event);

    constructor() {
      super();
      this.#root.adoptedStyleSheets = [sheet];
      this.#root.append(this.#slot, this.#probe);
    }

    connectedCallback() {
      // A property that was set before the element was known would hide the real one.
      if (Object.hasOwn(this, "view")) {
        const { view } = this;
        delete (/** @type {{ view?: unknown }} */ (this).view);
        this.view = view;
      }
      addEventListener("message", this.#receive);
      if (this.getAttribute("loading") === "eager") {
        this.#start();
        return;
      }
      this.#seen = new IntersectionObserver((entries) => entries.some((one) => one.isIntersecting) && this.#start(), {
        rootMargin: "200px",
      });
      this.#seen.observe(this);
    }

    disconnectedCallback() {
      removeEventListener("message", this.#receive);
      this.#stop();
      this.#queue = {};
    }

    /** Moved within the page, the frame stays. */
    connectedMoveCallback() {}

    /** @param {string} name @param {string | null} before @param {string | null} after */
    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === "loading") {
        if (after === "eager" && this.isConnected && !this.#started) this.#start();
      } else if (name === "src") {
        if (this.#started) this.#start();
      } else if (name === "max-height") {
        this.#fit();
      } else {
        if (name === "lang") this.#name();
        // Until it starts, its address has the attributes.
        if (!this.#started) delete this.#queue[name];
        else this.#set({ [name]: name === "lang" ? this.#language() ?? null : after || null });
      }
    }

    /** @returns {import("./embed").WsisView} The view that is shown, or about to be, by the names of the address. */
    get view() {
      /** @type {Changes} */
      const view = { ...Object.fromEntries(this.#query ?? this.#asked()), ...this.#queue };
      // What is taken from the page around is not the element's own.
      if (!this.hasAttribute("lang") && view.lang === this.#language()) delete view.lang;
      return Object.fromEntries(Object.entries(view).filter(([name, value]) => NAMES.includes(name) && value));
    }

    set view(view) {
      const asked = /** @type {Changes | undefined} */ (view);
      for (const name of NAMES) {
        const value = asked?.[name];
        if (value === undefined || value === null || value === "") this.removeAttribute(name);
        else this.setAttribute(name, value);
      }
      this.reset();
    }

    /**
     * Selects a line, a goal, a cell, or nothing.
     * @type {import("./embed").WsisSdgMatrixElement["select"]}
     */
    select(selection) {
      const { line, goal } = selection ?? {};
      /** @param {string | number | null | undefined} value */
      const text = (value) => (value === undefined || value === null ? null : String(value));
      this.#set({ line: text(line), goal: text(goal), project: null });
    }

    /** Back to what the attributes say. */
    reset() {
      if (this.#started) this.#set(this.#all());
      else this.#queue = {};
    }

    #start() {
      this.#stop();
      this.#started = true;
      const source = this.getAttribute("src") || base || "";
      const address = URL.canParse(source, document.baseURI) ? new URL(source, document.baseURI) : undefined;
      if (!source || !address || !/^https?:$/.test(address.protocol)) {
        this.#fail("address", "The element does not know where the explorer is: its src is no http(s) address.");
        return;
      }
      for (const [name, value] of this.#asked()) address.searchParams.set(name, value);
      address.searchParams.set("embed", "1");
      this.#origin = address.origin;
      this.#frame = Object.assign(document.createElement("iframe"), {
        src: address.href,
        allow: "fullscreen; clipboard-write",
        referrerPolicy: "strict-origin-when-cross-origin",
        inert: true,
      });
      this.#name();
      this.#timer = setTimeout(() => this.#fail("silent", "The explorer did not answer."), PATIENCE);
      this.#root.append(this.#frame);
    }

    /** The element's own content shows again. */
    #stop() {
      this.#seen?.disconnect();
      clearTimeout(this.#timer);
      this.#frame?.remove();
      clearTimeout(this.#later);
      this.#frame = this.#later = this.#query = undefined;
      this.#started = this.#ready = this.#slot.hidden = false;
      this.#address = "";
    }

    /** @param {string} code @param {string} message */
    #fail(code, message) {
      clearTimeout(this.#timer);
      this.#raise("error", { code, message });
    }

    /** The names and values that the attributes ask for. */
    #asked() {
      /** @type {[string, string][]} */
      const asked = [];
      for (const name of NAMES) {
        const value = name === "lang" ? undefined : this.getAttribute(name);
        if (value) asked.push([name, value]);
      }
      const language = this.#language();
      if (language) asked.push(["lang", language]);
      return asked;
    }

    /** @returns {Changes} The same with null for all that is not asked for. */
    #all() {
      return Object.fromEntries([...NAMES.map((name) => [name, null]), ...this.#asked()]);
    }

    /**
     * Sets names of the address, all that comes together at once; what comes too early waits for the explorer.
     * @param {Changes} view
     */
    #set(view) {
      Object.assign(this.#queue, view);
      if (this.#ready) this.#later ??= setTimeout(() => this.#flush(), PAUSE);
    }

    #flush() {
      clearTimeout(this.#later);
      this.#later = undefined;
      if (!this.#ready || !Object.keys(this.#queue).length) return;
      this.#send({ type: "set", view: this.#queue, style: this.#style() });
      this.#queue = {};
    }

    /** The language of the element or of what it stands in, if the explorer has it. */
    #language() {
      /** @type {(Node & { host?: Node }) | null | undefined} */
      let node = this;
      for (; node; node = node.parentNode ?? node.host) {
        const language = /** @type {Partial<Element>} */ (node).getAttribute?.("lang")?.toLowerCase().split("-")[0];
        if (language) return Object.hasOwn(TITLES, language) ? language : undefined;
      }
      return undefined;
    }

    #name() {
      if (this.#frame) this.#frame.title = TITLES[this.#language() ?? "en"];
    }

    #style() {
      const computed = getComputedStyle(this);
      /** @type {Record<string, string | number | undefined>} */
      const style = {};
      for (const [name, property] of Object.entries(STYLES)) {
        const text = computed.getPropertyValue(`--wsis-${name}`).trim();
        if (!text || !CSS.supports(property, text)) continue;
        // The browser works out what the page has written, in whatever way.
        this.#probe.style.setProperty(property, text);
        const value = getComputedStyle(this.#probe).getPropertyValue(property);
        style[name] = property === "color" ? hexOf(value) : name === "radius" ? parseFloat(value) : value.slice(0, 200);
      }
      return style;
    }

    /** @param {Record<string, unknown>} message */
    #send(message) {
      // Where the frame's origin is opaque there is none to name; nothing in these messages is secret.
      this.#frame?.contentWindow?.postMessage({ wsis: 1, ...message }, this.#opaque ? "*" : this.#origin);
    }

    #opaque = false;

    /** @param {MessageEvent} event */
    #onMessage({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== this.#origin && origin !== "null") return;
      if (typeof data !== "object" || data?.wsis !== 1 || this.#floods()) return;
      this.#opaque = origin === "null";
      const { type, address, height, line, goal, counts, code, message, query } = data;
      if (typeof address === "string" && URL.canParse(address)) this.#address = address;
      if (type === "ready") this.#onReady(height);
      else if (type === "view") this.#query = new URLSearchParams(String(query));
      else if (type === "resize") {
        if (this.#onHeight(height)) this.#raise("resize", { height: this.#height });
      } else if (type === "select") this.#raise("select", { line, goal, counts, address });
      else if (type === "error") this.#raise("error", { code: String(code), message: String(message) });
    }

    #floods() {
      const second = Math.floor(performance.now() / 1000);
      if (this.#messages.second !== second) this.#messages = { second, count: 0 };
      return ++this.#messages.count > FLOOD;
    }

    /** @param {unknown} height */
    #onReady(height) {
      if (!this.#frame) return;
      const first = !this.#ready;
      clearTimeout(this.#timer);
      this.#ready = this.#slot.hidden = true;
      this.#frame.inert = false;
      this.#frame.className = "ready";
      this.#onHeight(height);
      // A frame that has loaded itself again has to be greeted again.
      this.#send({ type: "hello", style: this.#style() });
      this.#flush();
      if (first) this.#raise("ready", { address: this.#address });
    }

    /** @param {unknown} height */
    #onHeight(height) {
      if (typeof height !== "number" || !Number.isFinite(height)) return false;
      this.#height = Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
      this.#fit();
      return true;
    }

    #fit() {
      const most = parseFloat(this.getAttribute("max-height") ?? "");
      const height = most > 0 ? Math.min(most, this.#height) : this.#height;
      if (this.#frame && this.#ready && height) this.#frame.style.height = `${height}px`;
    }

    /** @param {string} type @param {unknown} detail */
    #raise(type, detail) {
      this.dispatchEvent(new CustomEvent(`wsis-${type}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define(NAME, WsisSdgMatrix);
})();
