import type { TSESTree } from "@typescript-eslint/types";
import { entryAt, memberAt } from "../catalogue/index.ts";
import {
  calleeName,
  isClass,
  isFunction,
  nameOf,
  type Call,
  type ClassNode,
  type FunctionNode,
  type Node,
} from "./ast.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf, perFile, perText } from "./source.ts";
import type { Instance, Value } from "./value.ts";
import { variableOf, writesOf } from "./variables.ts";

/** The object behind `this` here: a class, an object literal or a constructor function. */
export function thisHost(node: Node): Node | null {
  let from: Node = node;
  for (let at = node.parent; at; from = at, at = at.parent) {
    if (isClass(at) && from === at.body) return at;
    if (at.type !== "FunctionDeclaration" && at.type !== "FunctionExpression") continue;
    const parent = at.parent as Node | undefined;
    if (parent?.type === "MethodDefinition") continue; // the class comes next
    if (parent?.type === "Property" && parent.value === at && parent.parent.type === "ObjectExpression")
      return prototypeOwner(parent.parent) ?? parent.parent;
    return prototypeMethodOwner(at) ?? at;
  }
  return null;
}

/** What `this` is. */
export function thisValue(node: Node): Value | null {
  const host = thisHost(node);
  if (!host) return null;
  if (isClass(host)) {
    const parent = superInstance(host);
    return parent && !overridesListen(host, parent.type) ? parent : { kind: "object", cls: host, origin: host };
  }
  if (!isFunction(host)) return { kind: "local", node: host };
  const emitter = handlerOf(host);
  if (emitter) return emitter;
  const inherited = inheritedType(host);
  return inherited
    ? { kind: "instance", type: inherited, origins: [host] }
    : { kind: "object", cls: host, origin: host };
}

/** What `new cls()` makes. */
export function instanceOf(cls: Node, origin: Node): Value {
  if (isClass(cls)) {
    const parent = superInstance(cls);
    return parent && !overridesListen(cls, parent.type)
      ? { ...parent, origins: [origin, cls] }
      : { kind: "object", cls, origin };
  }
  const inherited = inheritedType(cls);
  return inherited ? { kind: "instance", type: inherited, origins: [origin, cls] } : { kind: "object", cls, origin };
}

/**
 * Whether a class has its own version of the method by which its type listens: what that does is for its code to say.
 */
function overridesListen(cls: ClassNode, type: string): boolean {
  return cls.body.body.some(
    (each) => each.type === "MethodDefinition" && memberAt(type, nameOf(each) ?? "")?.does?.op === "listen",
  );
}

const climbed = new Set<ClassNode>();

/**
 * Goes from a class to the one above. A class may extend itself, in code that does not run: then there is nothing
 * above.
 */
export function climb<T>(cls: ClassNode, step: () => T | null): T | null {
  if (climbed.has(cls)) return null;
  climbed.add(cls);
  try {
    return step();
  } finally {
    climbed.delete(cls);
  }
}

/** The class that a class extends, where its code is known. */
export function classAbove(cls: ClassNode): ClassNode | null {
  const above = cls.superClass && !climbed.has(cls) ? resolve(cls.superClass) : null;
  return above?.kind === "local" && isClass(above.node) ? above.node : null;
}

/** An instance of a class as one of the catalogue type that it extends; null where it extends none. */
export function superInstance(cls: ClassNode): Instance | null {
  const { superClass } = cls;
  if (!superClass) return null;
  return climb(cls, () => {
    const value = resolve(superClass);
    const type = value?.kind === "path" ? entryAt(value.path)?.returns : undefined;
    if (type) return { kind: "instance", type, origins: [cls] };
    if (value?.kind !== "local" || !isClass(value.node)) return null;
    const above = superInstance(value.node);
    return above && { ...above, origins: [cls, ...above.origins] };
  });
}

const inheritsIn = perFile((file) =>
  indexOf(file).calls.filter((each) => {
    const name = each.arguments.length < 2 ? null : calleeName(each);
    return name?.type === "Identifier" && /^_?inherits/.test(name.name);
  }),
);

/** `util.inherits(Server, net.Server)` */
function inheritedType(fn: Node): string | null {
  const inherits: readonly Call[] = inheritsIn(fileOf(fn));
  for (const each of inherits) {
    const child = resolve(each.arguments[0] as Node);
    if (child?.kind !== "local" || child.node !== fn) continue;
    const parent = resolve(each.arguments[1] as Node);
    return parent?.kind === "path" ? (entryAt(parent.path)?.returns ?? null) : null;
  }
  return null;
}

/** The assignments to members, by name. */
const assignmentsIn = perText((file) => {
  const byName = new Map<string | null, TSESTree.AssignmentExpression[]>();
  for (const assignment of indexOf(file).memberAssignments) {
    const name = nameOf(assignment.left);
    const same = byName.get(name);
    if (same) same.push(assignment);
    else byName.set(name, [assignment]);
  }
  return byName;
});

/** What a constructor function inherits from: `util.inherits(A, B)`, `A.prototype = Object.create(B.prototype)`. */
export function inheritedBy(fn: FunctionNode): Node | null {
  const file = fileOf(fn);
  const call = inheritsIn(file).find((each) => localNode(each.arguments[0] as Node) === fn);
  if (call) return call.arguments[1] as Node;
  for (const { left, right } of assignmentsIn(file).get("prototype") ?? []) {
    const { object } = left as TSESTree.MemberExpression;
    if (right.type === "ObjectExpression" || localNode(object) !== fn) continue;
    const from = right.type === "CallExpression" ? (right.arguments[0] as Node | undefined) : right;
    return from?.type === "MemberExpression" && nameOf(from) === "prototype" ? from.object : right;
  }
  return null;
}

/** The method that a constructor function, or one that it inherits from, has by this name. */
export function prototypeMethod(fn: FunctionNode, name: string, depth = 0): FunctionNode | null {
  const assigned = assignmentsIn(fileOf(fn));
  for (const { right } of assigned.get(name) ?? []) if (isFunction(right) && thisHost(right.body) === fn) return right;
  for (const { right } of assigned.get("prototype") ?? []) {
    if (right.type !== "ObjectExpression") continue;
    const property = right.properties.findLast((each) => each.type === "Property" && nameOf(each) === name);
    const method = property?.type === "Property" && isFunction(property.value) ? property.value : null;
    if (method && thisHost(method.body) === fn) return method;
  }
  const above = depth < 10 ? inheritedBy(fn) : null;
  const parent = above && localNode(above);
  return parent && parent !== fn && isFunction(parent) ? prototypeMethod(parent, name, depth + 1) : null;
}

/** The emitter whose listener this function is: `this` in `server.on("listening", function () {})`. */
function handlerOf(fn: FunctionNode): Instance | null {
  const parent = fn.parent as Node | undefined;
  if (fn.type !== "FunctionExpression" || parent?.type !== "CallExpression" || parent.callee === fn) return null;
  const value = resolve(parent.callee);
  return value?.kind === "method" && (value.entry.returns === "this" || value.entry.does) ? value.receiver : null;
}

/** `Server.prototype = { start() {} }` belongs to Server. */
function prototypeOwner(object: Node): Node | null {
  const parent = object.parent as Node | undefined;
  return parent?.type === "AssignmentExpression" ? ownerOf(parent.left, false) : null;
}

/** `Server.prototype.start = function () {}` belongs to Server. */
function prototypeMethodOwner(fn: Node): Node | null {
  let parent = fn.parent as Node | undefined;
  while (parent?.type === "AssignmentExpression" && parent.parent?.type === "AssignmentExpression")
    parent = parent.parent;
  return parent?.type === "AssignmentExpression"
    ? (ownerOf(parent.left, true) ??
        (fn.parent?.type === "AssignmentExpression" ? ownerOf(fn.parent.left, true) : null))
    : null;
}

function ownerOf(left: Node, method: boolean): Node | null {
  const prototype = method ? (left.type === "MemberExpression" ? left.object : null) : left;
  if (!prototype) return null;
  if (prototype.type === "MemberExpression" && nameOf(prototype) === "prototype") return localNode(prototype.object);
  // `var proto = Server.prototype; proto.start = function () {}`, `app.start = function () {}`
  if (!method || prototype.type !== "Identifier") return null;
  const variable = variableOf(prototype);
  const write = variable && writesOf(variable)?.[0]?.node;
  if (write?.type === "MemberExpression" && nameOf(write) === "prototype") return localNode(write.object);
  if (write?.type === "AssignmentExpression") {
    const chained = ownerOf(write.left, false);
    if (chained) return chained;
  }
  return write?.type === "ObjectExpression" ? write : null;
}

function localNode(node: Node): Node | null {
  const value = resolve(node);
  return value?.kind === "local" ? value.node : null;
}
