// Uses every member of public/embed/1.0.0/embed.d.ts, so that a change of the types that breaks hosts does not compile.
import type { WsisSdgMatrixElement, WsisSelection, WsisView } from "../public/embed/1.0.0/embed";

/** Every member, none optional: a missing or additional one does not compile. */
const view: Required<WsisView> = {
  line: "C2",
  goal: "9",
  open: "C7",
  show: "projects",
  q: "rural",
  region: "africa",
  country: "KEN,UGA",
  year: "2019-2024",
  stakeholder: "government",
  group: "youth",
  prize: "winner",
  declared: "yes",
  project: "1",
  compare: "C2,C3",
  order: "likeness",
  scale: "expected",
  lens: "matrix",
  lang: "fr",
  theme: "contrast",
  controls: "none",
};

const matrix = document.createElement("wsis-sdg-matrix");
const typed: WsisSdgMatrixElement = matrix;
typed.view = view;
typed.view = {};
const shown: WsisView = typed.view;
typed.select({ line: shown.line, goal: 9 });
typed.select({ line: null, goal: "9" });
typed.select();
typed.reset();

// @ts-expect-error There is no such theme.
typed.view = { theme: "sepia" };
// @ts-expect-error There is no such parameter.
typed.view = { colour: "red" };

const heights: number[] = [];
const told: string[] = [];
const selections: WsisSelection[] = [];
document.querySelector("wsis-sdg-matrix")?.addEventListener("wsis-ready", ({ detail }) => told.push(detail.address));
matrix.addEventListener("wsis-resize", ({ detail }) => heights.push(detail.height));
matrix.addEventListener("wsis-error", ({ detail }) => told.push(detail.code, detail.message));
matrix.addEventListener("wsis-select", ({ detail }) => {
  const { line = "", goal = 0, counts = { declared: 0, derived: 0 }, address } = detail;
  told.push(line, address);
  heights.push(goal, counts.declared, counts.derived);
  selections.push(detail);
});
