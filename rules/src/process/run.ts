import type { Node } from "../analysis/ast.ts";
import type { LaunchCount, LaunchKind, Where } from "../program/launches/index.ts";
import type { SourceFile } from "../analysis/source.ts";
import type { Variable } from "./environment.ts";

/** A launch, written in code or in a configuration, by which a site may be run. */
export interface Run {
  kind: LaunchKind;
  count: LaunchCount;
  /** `proven`: the launch and the whole way from it to the site were seen, and nothing stands in between. */
  certainty: "proven" | "maybe";
  /** Variables that the launch sets; null where nobody can say which. */
  environment: readonly Variable[] | null;
  /** The file that was started. */
  entry: string;
  where: Where;
  /** The call that launches; absent where a configuration does. */
  node?: Node;
  /**
   * Whenever the launch happens, what it starts surely opens the port, and so does the program that launches: where it is proven,
   * or where requests make it happen. Absent where a configuration launches.
   */
  beside?(): boolean;
  /** The module that `where` lies in; absent and null where it is not code. */
  starter?(): SourceFile | null;
  /** The text that `where` counts in; null where it is gone. */
  text(): string | null;
}

/** Whether workers of this kind share a port that one of them opens plainly. */
export function sharesPorts(kind: LaunchKind): boolean {
  return isCluster(kind) || kind === "deno-serve" || kind === "unknown";
}

/** Workers whose primary can open ports for them: those of node:cluster and of pm2's daemon. */
export function isCluster(kind: LaunchKind): boolean {
  return kind === "cluster" || kind === "pm2-cluster";
}
