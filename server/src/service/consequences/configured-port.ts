import { nameOf, unwrap, type Node } from "../../../../rules/src/analysis/ast.ts";
import { resolve } from "../../../../rules/src/analysis/values.ts";
import { onlyValue } from "../../../../rules/src/analysis/variables.ts";
import type { RuleContext } from "../../../../rules/src/rule.ts";
import type { CallSite } from "../../../../rules/src/sockets/site.ts";
import type { Line } from "./consequences.ts";

/** What comes of an environment variable that is the port and is not set; null where there is a default. */
export function configuredPort({ endpoint }: CallSite, { environment }: RuleContext<object>): Line | null {
  if (environment.runtime !== "node" || endpoint.kind !== "port" || !endpoint.node) return null;
  const at = behind(endpoint.node);
  const plain = variable(at);
  if (plain !== null)
    return {
      label: `Without \`${plain}\``,
      text: "The kernel chooses a free port, and nothing reports it.",
      fact: "node-undefined-port-is-random",
    };
  const converted = conversionOf(at);
  const name = converted && variable(behind(converted));
  return name === null
    ? null
    : { label: `Without \`${name}\``, text: "NaN throws ERR_SOCKET_BAD_PORT.", fact: "node-port-as-string" };
}

function behind(node: Node): Node {
  return unwrap(onlyValue(unwrap(node)) ?? node);
}

/** The name of an environment variable that stands there without anything beside it. */
function variable(node: Node): string | null {
  const value = node.type === "MemberExpression" ? resolve(node) : null;
  // What no shell can set is no name, and stands in no sentence.
  return (value?.kind === "path" && /^process\.env\.(\w+)$/.exec(value.path)?.[1]) || null;
}

/** What a number is made of: `parseInt(x, 10)`, `Number(x)`, `+x`. */
function conversionOf(node: Node): Node | null {
  if (node.type === "UnaryExpression" && node.operator === "+") return node.argument;
  if (node.type !== "CallExpression") return null;
  const { callee, arguments: args } = node;
  const name =
    callee.type === "Identifier"
      ? callee.name
      : callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "Number"
        ? nameOf(callee)
        : null;
  const [first] = args;
  return first && first.type !== "SpreadElement" && (name === "parseInt" || name === "Number") ? first : null;
}
