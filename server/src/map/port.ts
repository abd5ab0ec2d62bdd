import { unwrap, type Node } from "../../../rules/src/analysis/ast.ts";
import { onlyValue } from "../../../rules/src/analysis/variables.ts";
import { textOf } from "../../../rules/src/process/calls.ts";
import type { Site } from "../../../rules/src/sockets/site.ts";
import type { ListenPort } from "./model.ts";

/** Longer texts say less than the name that stands in the call. */
const LONGEST = 60;

export function portOf(site: Site): ListenPort {
  const { endpoint } = site;
  switch (endpoint.kind) {
    case "port":
      if (endpoint.value !== undefined) return { kind: "constant", number: endpoint.value, text: null };
      return endpoint.fallback === undefined
        ? { kind: "configured", number: null, text: written(endpoint.node) }
        : { kind: "default", number: endpoint.fallback, text: written(endpoint.node) };
    case "ephemeral":
      return { kind: "ephemeral", number: null, text: null };
    case "ipc":
      return { kind: "path", number: null, text: written(endpoint.node) };
    default:
      return { kind: "unknown", number: null, text: written(site.kind === "raw" ? site.args[1] : site.portNode) };
  }
}

/** What is written for a value: in its place, or where the variable that stands there gets it. */
export function written(node: Node | null | undefined): string | null {
  if (!node) return null;
  const made = onlyValue(unwrap(node));
  const [own, source] = [node, made].map((each) => each && oneLine(unwrap(each)));
  return source != null && source.length <= LONGEST ? source : (own as string);
}

function oneLine(node: Node): string {
  return textOf(node).replace(/\s+/g, " ");
}
