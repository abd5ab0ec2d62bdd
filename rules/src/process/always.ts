import type { Condition } from "../analysis/conditions.ts";
import type { Node } from "../analysis/ast.ts";
import { textOf, valueOf } from "./calls.ts";
import type { Variable } from "./environment.ts";
import { runsIn } from "./reach.ts";
import type { Role } from "./roles.ts";

const LAUNCHERS: Readonly<Record<"cluster" | "thread" | "process", readonly Role[]>> = {
  cluster: ["cluster-primary", "main-thread", "entry"],
  thread: ["main-thread", "entry"],
  process: ["parent", "main-thread", "entry"],
};

/** Whether a program that runs a file comes by a launch under no condition but those that tell it from what it starts. */
export function isAlways(
  node: Node,
  kind: "cluster" | "thread" | "process",
  environment: readonly Variable[] | null,
): boolean {
  return runsIn(node, LAUNCHERS[kind], (condition) => asksForChild(condition, node, environment)) === "yes";
}

/** A test of what the launch itself gives to the child: a variable of the environment, or an argument. */
function asksForChild({ test }: Condition, launch: Node, environment: readonly Variable[] | null): boolean {
  const text = textOf(valueOf(test));
  if (environment?.some(({ name }) => new RegExp(`\\benv\\b[\\w.?\\["'(]{0,30}\\b${escape(name)}\\b`).test(text)))
    return true;
  if (!/\bargv\b|\bDeno\.args\b/.test(text)) return false;
  const literals = [...text.matchAll(/["'`]([^"'`]+)["'`]/g)].map((each) => each[1]!);
  return literals.some((each) => textOf(launch).includes(each));
}

function escape(name: string): string {
  return name.replace(/\W/g, "\\$&");
}
