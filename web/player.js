"use strict";
// Presents the slides of a downloaded file one at a time, with the keys of the explorer's presentation. Without this
// script all slides stand one below the other.
{
  const slides = [...document.querySelectorAll(".print-step")];
  const mirrored = document.documentElement.dir === "rtl";
  let at = Math.min(Math.max((parseInt(location.hash.slice(1), 10) || 1) - 1, 0), slides.length - 1);
  let typed = "";
  /** @param {number} step */
  const show = (step) => {
    at = Math.min(Math.max(step, 0), slides.length - 1);
    slides.forEach((slide, place) => slide.classList.toggle("shown", place === at));
    document.documentElement.classList.remove("black");
    history.replaceState(null, "", `#${at + 1}`);
  };
  /** @param {boolean} right */
  const onward = (right) => show(at + (right === mirrored ? -1 : 1));
  /** @type {Record<string, () => unknown>} */
  const keys = {
    ArrowRight: () => onward(true),
    ArrowLeft: () => onward(false),
    PageDown: () => show(at + 1),
    ArrowDown: () => show(at + 1),
    " ": () => show(at + 1),
    PageUp: () => show(at - 1),
    ArrowUp: () => show(at - 1),
    Backspace: () => show(at - 1),
    Home: () => show(0),
    End: () => show(slides.length - 1),
    Enter: () => show(typed ? Number(typed) - 1 : at + 1),
    F5: () => show(0),
    b: () => document.documentElement.classList.toggle("black"),
    ".": () => document.documentElement.classList.toggle("black"),
    f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen()),
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const digit = /^[0-9]$/.test(event.key);
    const act = keys[event.key] ?? keys[event.key.toLowerCase()];
    if (act) {
      event.preventDefault();
      act();
    }
    typed = digit ? typed + event.key : "";
  });
  addEventListener("click", ({ target }) => {
    if (!(target instanceof Element && target.closest("a"))) show(at + 1);
  });
  document.documentElement.classList.add("playing");
  show(at);
}
