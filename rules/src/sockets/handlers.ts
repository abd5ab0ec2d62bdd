import type { TSESTree } from "@typescript-eslint/types";
import { calleeName, nameOf, stringOf, unwrap, type FunctionNode, type Node } from "../analysis/ast.ts";
import { functionOf } from "../analysis/calls.ts";
import { indexOf, perFile, type SourceFile } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { entryAt } from "../catalogue/index.ts";

/** A function that waits for an event which decides about ports, found like a site, once a file. */
export interface Handler {
  kind: "app-error";
  call: TSESTree.CallExpression;
  /** Where to report: the method's name, such as `on`. */
  name: Node;
  /** The catalogue type of the application, and which one it is: see identities(). */
  type: string;
  origins: readonly object[];
  /** What the 'error' events of such an application are about. */
  about: "nothing" | "requests";
  /** Null where it comes from elsewhere. */
  listener: FunctionNode | null;
}

const LISTENS = /^(?:on|once|addListener|prependListener|prependOnceListener)$/;

/** The method by which a call listens to an event: `on`; null where it does not. */
export function listensTo(
  call: { type: string; callee: Node; arguments: readonly Node[] },
  event: string,
): string | null {
  const callee = unwrap(call.callee);
  if (call.type !== "CallExpression" || callee.type !== "MemberExpression") return null;
  const method = nameOf(callee);
  return method !== null && LISTENS.test(method) && stringOf(call.arguments[0]) === event ? method : null;
}

/** All handlers of a file, in source order. */
export const handlersOf: (file: SourceFile) => readonly Handler[] = perFile((file) =>
  indexOf(file)
    .calls.flatMap((call) => (call.type === "CallExpression" ? (appHandler(call) ?? []) : []))
    .sort((a, b) => a.name.range[0] - b.name.range[0]),
);

function appHandler(call: TSESTree.CallExpression): Handler | null {
  if (listensTo(call, "error") === null || call.arguments.length < 2) return null;
  const value = resolve((unwrap(call.callee) as TSESTree.MemberExpression).object);
  const about = value?.kind === "instance" ? entryAt(value.type)?.appErrors : undefined;
  if (value?.kind !== "instance" || about === undefined) return null;
  const listener = functionOf(call.arguments[1] as Node);
  return { kind: "app-error", call, name: calleeName(call), type: value.type, origins: value.origins, about, listener };
}
