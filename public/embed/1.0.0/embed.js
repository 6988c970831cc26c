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
  const own = (script instanceof HTMLScriptElement && script.src) || /https?:\/\/[^\s()]+?\/embed\.js/.exec(new Error().stack)?.[0];
  const base = own && new URL("../../", own).href;

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; position: relative }
    :host([hidden]) { display: none }
    slot[hidden] { display: none }
    iframe { position: absolute; inset: 0 auto auto 0; width: 100%; height: 1px; border: 0; opacity: 0; pointer-events: none }
    iframe.ready { display: block; position: static; opacity: 1; pointer-events: auto }
  `);

  /** A computed colour as #rrggbb; nothing if it is not opaque. */
  const hexOf = (colour) => {
    const context = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d");
    context.fillStyle = colour;
    context.fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = context.getImageData(0, 0, 1, 1).data;
    const two = (part) => part.toString(16).padStart(2, "0");
    return alpha === 255 ? `#${two(red)}${two(green)}${two(blue)}` : undefined;
  };

  class WsisSdgMatrix extends HTMLElement {
    static observedAttributes = [...NAMES, "src", "loading", "max-height"];
    #root = this.attachShadow({ mode: "open" });
    #slot = document.createElement("slot");
    #probe = Object.assign(document.createElement("span"), { hidden: true });
    #frame;
    #origin;
    #ready = false;
    #address = "";
    #height = 0;
    #started = false;
    #query;
    #queue = {};
    #later;
    #seen;
    #timer;
    #messages = { second: 0, count: 0 };
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
        delete this.view;
        this.view = view;
      }
      addEventListener("message", this.#receive);
      if (this.getAttribute("loading") === "eager") return this.#start();
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

    attributeChangedCallback(name, before, after) {
      if (before === after) return;
      if (name === "loading") return after === "eager" && this.isConnected && !this.#started && this.#start();
      if (name === "src") return this.#started && this.#start();
      if (name === "max-height") return this.#fit();
      if (name === "lang") this.#name();
      // Until it starts, its address has the attributes.
      if (!this.#started) delete this.#queue[name];
      else this.#set({ [name]: name === "lang" ? this.#language() ?? null : after || null });
    }

    /** What is shown now, or will be as soon as the explorer has heard of it, by the names of the address. */
    get view() {
      const view = { ...Object.fromEntries(this.#query ?? this.#asked()), ...this.#queue };
      // What is taken from the page around is not the element's own.
      if (!this.hasAttribute("lang") && view.lang === this.#language()) delete view.lang;
      return Object.fromEntries(Object.entries(view).filter(([name, value]) => NAMES.includes(name) && value));
    }

    set view(view) {
      for (const name of NAMES) {
        const value = view?.[name];
        if (value === undefined || value === null || value === "") this.removeAttribute(name);
        else this.setAttribute(name, value);
      }
      this.reset();
    }

    /** Selects a line, a goal, a cell, or nothing. */
    select(selection) {
      const { line, goal } = selection ?? {};
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
      if (!source || !/^https?:$/.test(address?.protocol))
        return this.#fail("address", "The element does not know where the explorer is: its src is no http(s) address.");
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

    #fail(code, message) {
      clearTimeout(this.#timer);
      this.#raise("error", { code, message });
    }

    /** The names and values that the attributes ask for. */
    #asked() {
      const asked = NAMES.filter((name) => name !== "lang" && this.getAttribute(name)).map((name) => [name, this.getAttribute(name)]);
      const language = this.#language();
      return language ? [...asked, ["lang", language]] : asked;
    }

    /** The same with null for all that is not asked for. */
    #all() {
      return Object.fromEntries([...NAMES.map((name) => [name, null]), ...this.#asked()]);
    }

    /** Sets names of the address, all that comes together at once; what comes too early waits for the explorer. */
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
      for (let node = this; node; node = node.parentNode ?? node.host) {
        const language = node.getAttribute?.("lang")?.toLowerCase().split("-")[0];
        if (language) return Object.hasOwn(TITLES, language) ? language : undefined;
      }
      return undefined;
    }

    #name() {
      if (this.#frame) this.#frame.title = TITLES[this.#language() ?? "en"];
    }

    #style() {
      const computed = getComputedStyle(this);
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

    #send(message) {
      // Where the frame's origin is opaque there is none to name; nothing in these messages is secret.
      this.#frame?.contentWindow?.postMessage({ wsis: 1, ...message }, this.#opaque ? "*" : this.#origin);
    }

    #opaque = false;

    #onMessage({ source, origin, data }) {
      if (!this.#frame || source !== this.#frame.contentWindow) return;
      if (origin !== this.#origin && origin !== "null") return;
      if (typeof data !== "object" || data?.wsis !== 1 || this.#floods()) return;
      this.#opaque = origin === "null";
      const { type, address, height, line, goal, counts, code, message, query } = data;
      if (typeof address === "string" && URL.canParse(address)) this.#address = address;
      if (type === "ready") this.#onReady(height);
      else if (type === "view") this.#query = new URLSearchParams(String(query));
      else if (type === "resize") this.#onHeight(height) && this.#raise("resize", { height: this.#height });
      else if (type === "select") this.#raise("select", { line, goal, counts, address });
      else if (type === "error") this.#raise("error", { code: String(code), message: String(message) });
    }

    #floods() {
      const second = Math.floor(performance.now() / 1000);
      if (this.#messages.second !== second) this.#messages = { second, count: 0 };
      return ++this.#messages.count > FLOOD;
    }

    #onReady(height) {
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

    #onHeight(height) {
      if (!Number.isFinite(height)) return false;
      this.#height = Math.min(MOST, Math.max(LEAST, Math.ceil(height)));
      this.#fit();
      return true;
    }

    #fit() {
      const most = parseFloat(this.getAttribute("max-height"));
      const height = most > 0 ? Math.min(most, this.#height) : this.#height;
      if (this.#ready && height) this.#frame.style.height = `${height}px`;
    }

    #raise(type, detail) {
      this.dispatchEvent(new CustomEvent(`wsis-${type}`, { detail, bubbles: true, composed: true }));
    }
  }

  customElements.define(NAME, WsisSdgMatrix);
})();
