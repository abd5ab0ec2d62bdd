import type { TSESTree } from "@typescript-eslint/types";
import {
  contains,
  isClass,
  isFunction,
  lastNameOf,
  nameOf,
  unwrap,
  words,
  type Call,
  type Node,
} from "../analysis/ast.ts";
import { isSet, type Option } from "../analysis/options.ts";
import { fileOf, indexOf } from "../analysis/source.ts";
import { resolve } from "../analysis/values.ts";
import { ends } from "../catalogue/ends.ts";
import { listen as netListen } from "../catalogue/net.ts";
import type { Operation } from "../catalogue/types.ts";
import { readings } from "./arguments.ts";
import { callSite } from "./call-site.ts";
import { isPortLike, lastName } from "./ports.ts";
import { isSomethingElse } from "./no-servers.ts";
import type { ShapedSite } from "./site.ts";
import { inheritedBy } from "../analysis/classes.ts";
import { identities } from "../analysis/identities.ts";

/** How classes of clients are called, whoever made them. */
export const CLIENT_CLASS = /(?:Agent|Client|Pool|Socket)$/;

const SHAPED_SOCKET: Operation = {
  op: "create",
  transport: "udp",
  forms: [["options", "callback"]],
  reusePort: "forwarded",
  flagValue: "truthy",
};
const SHAPED_CONNECT: Operation = {
  op: "connect",
  transport: "tcp",
  forms: [
    ["options", "callback"],
    ["other", "options", "callback"],
    ["other", "other", "options"],
  ],
  hasAgent: true,
  endsIn: ends.connect,
};

/** What the shape of a call alone says: only where an option or a port speaks clearly. `local`: the file speaks of a local address. */
export function shapedSites(call: Call, local: boolean): ShapedSite[] {
  const callee = unwrap(call.callee);
  const name = lastNameOf(callee);
  if (name === null) return [];
  const shaped = (operation: Operation, keep: (site: ShapedSite) => boolean): ShapedSite[] => {
    const origins =
      operation.op === "listen" && callee.type === "MemberExpression" ? identities(callee.object) : [call];
    return readings(call, operation)
      .map((reading) => callSite({ kind: "shaped" } as const, call, operation, origins, reading))
      .filter(keep);
  };
  if (call.type === "NewExpression") {
    if (!local || !CLIENT_CLASS.test(name) || name === "WebSocket" || connectsItself(callee)) return [];
    return shaped(SHAPED_CONNECT, (site) => isSet(site.option("localAddress")));
  }
  // A function or method whose code is known listens itself, or not at all.
  const method = callee.type === "MemberExpression" && name === "listen" ? resolve(callee) : null;
  if (method?.kind === "local" && !handsOn(method.node)) return [];
  if (
    callee.type === "MemberExpression" &&
    name === "listen" &&
    (method?.kind === "local" || !isSomethingElse(callee.object))
  ) {
    return shaped(netListen, (site) => isSet(site.option("reusePort")) || hasPortShape(call, site));
  }
  if (name === "createSocket" && call.type === "CallExpression") {
    return shaped(
      SHAPED_SOCKET,
      (site) =>
        (isSet(site.option("reusePort")) || isSet(site.option("reuseAddr"))) && isSocketType(site.option("type")),
    );
  }
  if (local && ["connect", "createConnection", "request", "get"].includes(name)) {
    return shaped(
      SHAPED_CONNECT,
      (site) =>
        isSet(site.option("localAddress")) &&
        ["host", "hostname", "port", "agent"].some((each) => isSet(site.option(each))) &&
        !isRecord(callee, site.option("localAddress")),
    );
  }
  return [];
}

const SOCKETS = new Set(["socket", "sock", "conn", "connection", "req", "request", "session", "stream"]);

/** A class or constructor of the project that inherits no connect from elsewhere: the one inside it is the one that counts. */
function connectsItself(callee: Node): boolean {
  const value = resolve(callee);
  if (value?.kind !== "local") return false;
  const { node } = value;
  const above = isClass(node) ? node.superClass : isFunction(node) ? inheritedBy(node) : undefined;
  if (!above) return above === null;
  const parent = resolve(above);
  return parent?.kind === "path" && /^(?:events|stream)(?:\.|$)/.test(parent.path);
}

/** A note about a socket that there is (`localAddress: socket.localAddress`), or an argument for a method of this file's own class. */
function isRecord(callee: Node, address: Option): boolean {
  const from = address.node ? unwrap(address.node) : null;
  if (
    from?.type === "MemberExpression" &&
    nameOf(from) === "localAddress" &&
    words(lastName(from.object) ?? "").some((word) => SOCKETS.has(word))
  )
    return true;
  const receiver = callee.type === "MemberExpression" ? resolve(callee.object) : null;
  return (
    receiver?.kind === "object" &&
    isClass(receiver.cls) &&
    receiver.cls.body.body.some((each) => "key" in each && nameOf(each as Node) === nameOf(callee))
  );
}

function isSocketType(type: Option): boolean {
  return type.state === "known" ? type.value === "udp4" || type.value === "udp6" : type.state !== "absent";
}

function hasPortShape(call: Call, site: ShapedSite): boolean {
  if (site.options) return isSet(site.option("port"));
  const [first, ...others] = call.arguments;
  if (others.some((each) => isForeignArgument(each))) return false;
  return first !== undefined && isPortLike(first);
}

/** An argument that no server's `listen` takes, so that it is somebody else's method. */
function isForeignArgument(argument: TSESTree.CallExpressionArgument): boolean {
  if (argument.type === "Literal")
    return (
      typeof argument.value === "boolean" ||
      "regex" in argument ||
      (typeof argument.value === "string" && !isHostName(argument.value))
    );
  if (!isFunction(argument)) return false;
  // Servers call it with nothing, or with an error first.
  const [first] = argument.params;
  return (
    first !== undefined && !(first.type === "Identifier" && /^_|^(?:e|ex|er|error)$|err(?:or)?$/i.test(first.name))
  );
}

/** An address, `localhost` or a name with dots; a single word is a topic or the like. */
function isHostName(text: string): boolean {
  return text === "" || text === "localhost" || /[.:]/.test(text);
}

/**
 * A method of the project that gives all its arguments to another `listen`: `this.server.listen.apply(this.server,
 * arguments)`. The call of it is where they are written.
 */
function handsOn(fn: Node): boolean {
  return (
    isFunction(fn) &&
    indexOf(fileOf(fn)).calls.some((call) => {
      const callee = unwrap(call.callee);
      if (callee.type !== "MemberExpression" || !contains(fn, call)) return false;
      const inner = nameOf(callee) === "apply" ? unwrap(callee.object) : callee;
      return (
        inner.type === "MemberExpression" &&
        nameOf(inner) === "listen" &&
        (inner !== callee || call.arguments.some((each) => each.type === "SpreadElement"))
      );
    })
  );
}
