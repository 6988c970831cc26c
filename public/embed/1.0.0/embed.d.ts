// Types of <wsis-sdg-matrix>; how to use it: docs/embedding.md.

/** The names of the explorer's address that are attributes of the element, each with its value as text. */
export interface WsisView {
  line?: string;
  goal?: string;
  open?: string;
  show?: "matrix" | "projects" | "gaps";
  q?: string;
  region?: string;
  country?: string;
  year?: string;
  stakeholder?: string;
  group?: string;
  prize?: string;
  declared?: "yes" | "no";
  project?: string;
  compare?: string;
  order?: "official" | "total" | "likeness";
  scale?: "whole" | "row" | "column" | "expected";
  lens?: "matrix";
  lang?: "ar" | "zh" | "en" | "fr" | "ru" | "es";
  theme?: "light" | "dark" | "contrast";
  controls?: "none";
}

/** What `wsis-select` carries: what a reader selected, and how many projects stand there. */
export interface WsisSelection {
  line?: string;
  goal?: number;
  /** Of a cell: those that declare the goal, and those that stand there through the link. They are never added. */
  counts?: { declared: number; derived: number };
  address: string;
}

export interface WsisSdgMatrixElement extends HTMLElement {
  /** What is shown now. Setting it changes the attributes. */
  view: WsisView;
  /** Selects a line, a goal, a cell, or nothing. */
  select(selection?: { line?: string | null; goal?: number | string | null }): void;
  /** Back to what the attributes say. */
  reset(): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "wsis-sdg-matrix": WsisSdgMatrixElement;
  }
  interface HTMLElementEventMap {
    "wsis-ready": CustomEvent<{ address: string }>;
    "wsis-resize": CustomEvent<{ height: number }>;
    "wsis-select": CustomEvent<WsisSelection>;
    "wsis-error": CustomEvent<{ code: string; message: string }>;
  }
}
