import { annotationOf } from "../analysis/annotations.ts";
import { isFoundPort } from "./found-ports.ts";
import { mayBePort } from "./port-types.ts";
import { awaited, lastNameOf, nameOf, stringOf, unwrap, words, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { fallbackOf } from "../analysis/defaults.ts";
import { isNamedOtherwise, isPortName } from "./port-names.ts";
import { resolve } from "../analysis/values.ts";
import { isNothing, onlyValue, parameterOf, variableOf } from "../analysis/variables.ts";

/** Where a listen or bind ends up. */
export type Endpoint =
  /** A TCP or UDP port: `value` where it is constant, `fallback` where a constant stands behind a configured one. */
  | { kind: "port"; value?: number; fallback?: number; node: Node | null }
  /** Port 0 (`explicit`) or none: the kernel chooses. */
  | { kind: "ephemeral"; explicit: boolean; node: Node | null }
  /** A Unix socket or pipe, an inherited descriptor, a handle, a server to attach to: no port of its own. */
  | { kind: "ipc" | "fd" | "handle" | "attached"; node: Node | null }
  | { kind: "unknown" };

export const UNKNOWN_ENDPOINT: Endpoint = { kind: "unknown" };

/** The port behind an expression that stands where a port is expected. */
export function portOf(node: Node): Endpoint {
  if (isFoundPort(node)) return UNKNOWN_ENDPOINT;
  if (isNothing(node)) return { kind: "ephemeral", explicit: false, node };
  const written = initialiser(unwrap(node));
  if (isPathText(written)) return { kind: "ipc", node };
  const known = evaluate(node);
  // A computed port counts as configured: what it comes to is not what somebody chose.
  if (written.type === "BinaryExpression" && (!known || typeof known.value === "number")) return { kind: "port", node };
  if (known) {
    if (known.value === undefined || known.value === null) return { kind: "ephemeral", explicit: false, node };
    const port = portNumber(known.value);
    if (port === 0) return { kind: "ephemeral", explicit: true, node };
    if (port !== null) return { kind: "port", value: port, node };
    // Text that stands for a number is never a path, also where no port has that number.
    return typeof known.value === "string" && !(Number(known.value) >= 0) ? { kind: "ipc", node } : UNKNOWN_ENDPOINT;
  }
  const behind = fallbackOf(node);
  const fallback = behind ? portNumber(behind.value) : null;
  if (typeof behind?.value === "string" && behind.value !== "" && fallback === null) return UNKNOWN_ENDPOINT;
  // With `x || 0` somebody configures a port in one branch.
  return { kind: "port", node, ...(fallback !== null && fallback !== 0 && { fallback }) };
}

/** The port of `"host:port"`, `"[::]:port"`. */
export function portInAddress(node: Node): Endpoint {
  const at = unwrap(node);
  const text = evaluate(at) ?? fallbackOf(at);
  if (text) {
    if (typeof text.value !== "string") return UNKNOWN_ENDPOINT;
    if (/^unix:/.test(text.value)) return { kind: "ipc", node };
    const port = /:(\d+)$/.exec(text.value)?.[1];
    if (port === undefined) return UNKNOWN_ENDPOINT;
    const constant = evaluate(at) !== null;
    return Number(port) === 0
      ? { kind: "ephemeral", explicit: true, node }
      : { kind: "port", node, ...(constant ? { value: Number(port) } : { fallback: Number(port) }) };
  }
  const template = initialiser(at);
  if (
    template.type === "TemplateLiteral" &&
    template.expressions.length > 0 &&
    template.quasis.at(-1)?.value.raw === ""
  )
    return { ...portOf(template.expressions.at(-1) as Node), node } as Endpoint;
  if (template.type === "TemplateLiteral") {
    const port = /:(\d+)$/.exec(template.quasis.at(-1)?.value.raw ?? "")?.[1];
    return port === undefined
      ? UNKNOWN_ENDPOINT
      : Number(port) === 0
        ? { kind: "ephemeral", explicit: true, node }
        : { kind: "port", value: Number(port), node };
  }
  if (template.type === "BinaryExpression" && template.operator === "+")
    return { ...portOf(template.right), node } as Endpoint;
  return isPortLike(at) || words(lastName(at) ?? "").some((word) => word.startsWith("addr") || word === "bind")
    ? { kind: "port", node }
    : UNKNOWN_ENDPOINT;
}

/** `/tmp/${name}.sock`, `"/run/" + name`, `path.join(…)`: text that is not a number whatever the names in it are. */
function isPathText(node: Node): boolean {
  if (node.type === "TemplateLiteral")
    return node.expressions.length > 0 && node.quasis.some((each) => /[^\d\s]/.test(each.value.raw));
  if (node.type === "BinaryExpression" && node.operator === "+") {
    return [node.left, node.right].some(
      (each) =>
        isPathText(unwrap(each)) ||
        (each.type === "Literal" && typeof each.value === "string" && /[^\d\s]/.test(each.value)),
    );
  }
  if (node.type !== "CallExpression") return false;
  const value = resolve(node);
  return value?.kind === "path" && /^path\.(?:(?:posix|win32)\.)?(?:join|resolve)\(\)$/.test(value.path);
}

function initialiser(node: Node): Node {
  return unwrap(onlyValue(node) ?? node);
}

/** Text counts as Number() reads it: `"0x1F90"`, `" 8080 "` and `"1e3"` are ports. */
export function portNumber(value: unknown): number | null {
  const number =
    typeof value === "number" ? value : typeof value === "string" && value.trim() !== "" ? Number(value) : NaN;
  return Number.isInteger(number) && number >= 0 && number <= 65535 ? number : null;
}

/** The last name of an expression, without the mark of what is private: `port` in `this.#port`. */
export function lastName(node: Node): string | null {
  return lastNameOf(node)?.replace("#", "") ?? null;
}

/** Whether an expression looks like a port without anything being known about who takes it. */
export function isPortLike(node: Node, depth = 0): boolean {
  const at = unwrap(node);
  if (depth > 4) return false;
  switch (at.type) {
    case "Literal":
      return (
        portNumber(at.value) !== null &&
        portNumber(at.value) !== 0 &&
        (typeof at.value === "number" || /^\d{2,5}$/.test(String(at.value)))
      );
    case "Identifier":
    case "MemberExpression": {
      const name = lastName(at);
      if (isMessagePort(at)) return false;
      if (name !== null && isPortName(name)) return true;
      if (at.type === "MemberExpression" && isProcessEnv(at)) return name === null || !isNamedOtherwise(name);
      const known = evaluate(at);
      if (known) return typeof known.value === "number" && portNumber(known.value) !== null && known.value !== 0;
      if (at.type !== "Identifier") return false;
      const variable = variableOf(at);
      const parameter = variable && parameterOf(variable);
      if (parameter?.fallback) return isPortLike(parameter.fallback, depth + 1);
      const start = initialiser(at);
      return start !== at && start.type !== "Identifier" && isPortLike(start, depth + 1);
    }
    case "LogicalExpression": {
      if (at.operator === "&&") return false;
      const fallback = fallbackOf(at);
      return (fallback !== null && portNumber(fallback.value) !== null) || isPortLike(at.right, depth + 1);
    }
    case "ConditionalExpression":
      return isPortLike(at.consequent, depth + 1) || isPortLike(at.alternate, depth + 1);
    case "UnaryExpression":
      return at.operator === "+" && isPortLike(at.argument, depth + 1);
    case "CallExpression": {
      const name = lastNameOf(at.callee);
      if (name === "Number" || name === "parseInt") return true;
      // `config.get("port")`, `app.get("server.port")`
      const key = stringOf(at.arguments.at(-1) as Node | undefined);
      if ((name === "get" || name === "getIn") && key !== null && isPortName(key.slice(key.lastIndexOf(".") + 1)))
        return true;
      return name !== null && isPortName(name);
    }
    case "AwaitExpression":
    case "YieldExpression": {
      const waited = awaited(at);
      return waited !== null && isPortLike(waited, depth + 1);
    }
    default:
      return false;
  }
}

/** Whether a value is one that `listen` takes in place of a port: its type says so, or, whatever its name, it is taken apart. */
export function isObjectLike(node: Node): boolean {
  const at = unwrap(node);
  const type = annotationOf(at);
  if (type) return !mayBePort(type);
  if (at.type !== "Identifier" || isPortName(at.name)) return false;
  return variableOf(at)?.references.some(({ identifier }) => isTakenApart(identifier as Node)) ?? false;
}

/** `const { host } = where`, `where.host`; numbers and texts have methods too. */
function isTakenApart(name: Node): boolean {
  const parent = name.parent;
  if (parent?.type === "VariableDeclarator") return parent.init === name && parent.id.type === "ObjectPattern";
  return (
    parent?.type === "MemberExpression" &&
    parent.object === name &&
    !parent.computed &&
    !/^(?:to[A-Z]\w*|trim|valueOf|length|replace|match|split|startsWith|includes)$/.test(nameOf(parent) ?? "")
  );
}

/** `parentPort` of worker_threads, `new MessageChannel().port1`: the ends of a channel, which is not a network. */
function isMessagePort(node: Node): boolean {
  const value = resolve(node);
  if (value?.kind === "path" && value.path === "worker_threads.parentPort") return true;
  const made = initialiser(node);
  if (made.type !== "MemberExpression" || !/^port[12]$/.test(nameOf(made) ?? "")) return false;
  const channel = initialiser(unwrap(made.object));
  return channel.type === "NewExpression" && lastName(channel.callee) === "MessageChannel";
}

function isProcessEnv(node: Node): boolean {
  const value = resolve(node);
  if (value?.kind !== "path" || !/^(?:process\.env|bun\.env|import\.meta\.env)\./.test(value.path)) return false;
  const name = value.path.slice(value.path.lastIndexOf(".") + 1);
  return !words(name).some((word) => ["path", "socket", "pipe", "fd", "host", "address"].includes(word));
}
