// React 19 and TypeScript. The script stands once in index.html:
//   <script async src="https://matrix.example.org/embed/1/embed.js"></script>
// and https://matrix.example.org/embed/1/embed.d.ts is saved beside this file.
import { useEffect, useRef, useState } from "react";
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { WsisSdgMatrixElement, WsisSelection, WsisView } from "./embed";

type Plain = DetailedHTMLProps<HTMLAttributes<WsisSdgMatrixElement>, WsisSdgMatrixElement>;

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "wsis-sdg-matrix": Omit<Plain, keyof WsisView> &
        WsisView & { src?: string; loading?: "eager" | "lazy"; "max-height"?: number | string };
    }
  }
}

export function Matrix({ line, goal }: { line?: string; goal?: string }) {
  const element = useRef<WsisSdgMatrixElement>(null);
  const [selection, setSelection] = useState<WsisSelection>();

  // Works in React 18 too; React 19 also takes onwsis-select={…}.
  useEffect(() => {
    const matrix = element.current;
    const onSelect = ({ detail }: CustomEvent<WsisSelection>) => setSelection(detail);
    matrix?.addEventListener("wsis-select", onSelect);
    return () => matrix?.removeEventListener("wsis-select", onSelect);
  }, []);

  return (
    <section>
      <wsis-sdg-matrix ref={element} line={line} goal={goal}>
        <a href="https://matrix.example.org/">The WSIS–SDG matrix</a>
      </wsis-sdg-matrix>
      {selection && <p>Selected: {selection.line} {selection.goal}</p>}
    </section>
  );
}
