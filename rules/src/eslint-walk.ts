import type { Node } from "./sockets/ast.ts";
import { collector, type Walk } from "./sockets/source.ts";

/** A step of ESLint's own walk (`SourceCode#traverse`): to a node or out of it, or something that is emitted between them. */
interface Step {
  /** 1 where a node is visited. */
  kind: number;
  target: unknown;
  /** 1 on the way in. */
  phase?: number;
}

/** A source code as ESLint 9 and 10 have it; oxlint has no steps. */
export interface Traversable {
  traverse?: () => Iterable<Step>;
}

/** What ESLint's own walk came by. ESLint keeps its steps, so that nothing is walked again; undefined where the host has none. */
export function walkOf(sourceCode: Traversable): Walk | undefined {
  if (typeof sourceCode.traverse !== "function") return undefined;
  const { found, note } = collector();
  for (const step of sourceCode.traverse()) if (step.kind === 1 && step.phase === 1) note(step.target as Node);
  return found;
}
