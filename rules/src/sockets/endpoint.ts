import { unwrap, words, type Node } from "../analysis/ast.ts";
import { evaluate } from "../analysis/constants.ts";
import { ABSENT, isSet, type Option } from "../analysis/options.ts";
import { resolve } from "../analysis/values.ts";
import type { Operation } from "../catalogue/types.ts";
import type { Reading } from "./arguments.ts";
import { isNamedOtherwise } from "./port-names.ts";
import { UNKNOWN_ENDPOINT, isObjectLike, isPortLike, lastName, portInAddress, portOf, type Endpoint } from "./ports.ts";

/** Where a listen or bind ends up; unknown for operations that open no local port. */
export function endpointOf(operation: Operation, reading: Reading, option: (name: string) => Option): Endpoint {
  if (operation.op === "connect" || operation.op === "create") return UNKNOWN_ENDPOINT;
  if (reading.slots.address) return portInAddress(reading.slots.address);
  if (reading.slots.port) return positional(reading.slots.port, operation);
  return fromOptions(operation, option);
}

/** The local address: an argument of its own, part of one, or an option. */
export function hostOf(operation: Operation, reading: Reading, option: (name: string) => Option): Option {
  const node = reading.slots.host ?? reading.slots.address;
  if (!node) {
    const given = option("host");
    return given.state === "absent" && operation.defaultHost !== undefined
      ? { state: "known", value: operation.defaultHost }
      : given;
  }
  const known = evaluate(node);
  if (!known) return { state: "open", node };
  if (known.value === undefined || known.value === null || typeof known.value === "number") return ABSENT;
  const value = reading.slots.address
    ? String(known.value)
        .replace(/:\d+$/, "")
        .replace(/^\[(.*)\]$/, "$1")
    : known.value;
  return { state: "known", node, value };
}

function absentPort(operation: Operation): Endpoint {
  return operation.defaultPort === undefined
    ? { kind: "ephemeral", explicit: false, node: null }
    : { kind: "port", value: operation.defaultPort, node: null };
}

function positional(node: Node, operation: Operation): Endpoint {
  const value = resolve(node);
  if (value?.kind === "instance") return { kind: operation.attaches ? "attached" : "handle", node };
  if (value?.kind === "object" || value?.kind === "local" || isObjectLike(node)) return UNKNOWN_ENDPOINT;
  if (operation.attaches && !isPortLike(node)) return { kind: "attached", node };
  const at = unwrap(node);
  if (at.type === "ConditionalExpression") {
    const branches = [at.consequent, at.alternate].map((each) => positional(each, operation));
    return branches.some(({ kind }) => kind === "port") ? portOf(node) : UNKNOWN_ENDPOINT;
  }
  // `getSocketPath()` says as much as `socketPath`.
  const name = lastName(at.type === "CallExpression" ? at.callee : at);
  const isEnvironment = value?.kind === "path" && /env\.\w*$/.test(value.path);
  if (name !== null && isNamedOtherwise(name) && !isEnvironment) {
    const constant = portOf(node);
    return constant.kind === "port" && constant.value === undefined && constant.fallback === undefined
      ? namedEndpoint(name, node)
      : constant;
  }
  if (isEnvironment && name !== null && /PATH|SOCK|PIPE|FD/i.test(name)) return namedEndpoint(name, node);
  return portOf(node);
}

/** What a name says that the argument is, if it is not a port. */
function namedEndpoint(name: string, node: Node): Endpoint {
  const all = words(name);
  if (all.includes("fd")) return { kind: "fd", node };
  if (all.includes("handle")) return { kind: "handle", node };
  return all.some((word) => ["path", "sock", "socket", "pipe", "unix"].includes(word)) && !all.includes("or")
    ? { kind: "ipc", node }
    : UNKNOWN_ENDPOINT;
}

function fromOptions(operation: Operation, option: (name: string) => Option): Endpoint {
  for (const kind of ["fd", "handle"] as const) {
    const found = option(kind === "handle" ? "_handle" : kind);
    if (isSet(found)) return { kind, node: found.node ?? null };
  }
  const handle = option("handle");
  if (isSet(handle)) return { kind: "handle", node: handle.node ?? null };
  if (operation.attachedBy?.some((each) => isSet(option(each)))) return { kind: "attached", node: null };
  const port = option("port");
  const path = operation.tcpOnly ? ABSENT : option("path");
  if (operation.pathWins === "always" && isSet(path)) return { kind: "ipc", node: path.node ?? null };
  if (port.node) {
    const endpoint = portOf(port.node);
    return endpoint.kind === "ipc" ? UNKNOWN_ENDPOINT : endpoint;
  }
  // net's listen() takes a `port` that is undefined or null for port 0, whatever `path` says.
  if (port.state === "absent" && port.isNothing && operation.again !== undefined && isSet(path))
    return { kind: "ephemeral", explicit: false, node: null };
  if (isSet(path)) return { kind: "ipc", node: path.node ?? null };
  if (port.state === "unknown" || path.state === "unknown") return UNKNOWN_ENDPOINT;
  return absentPort(operation);
}
