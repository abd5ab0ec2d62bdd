import type { TSESTree } from "@typescript-eslint/types";
import { entryAt, globalPath, memberAt } from "../catalogue/index.ts";
import { fieldType } from "./annotations.ts";
import { isClass, isFunction, nameOf, type ClassNode, type Node } from "./ast.ts";
import { classAbove, climb, prototypeMethod } from "./classes.ts";
import { assignedTo, fieldHost, memberKey } from "./fields.ts";
import { besideWhole, exported } from "./exports.ts";
import { memberOf, resolve } from "./resolving.ts";
import { fileOf, indexOf } from "./source.ts";
import { promised } from "./types.ts";
import { sameKind, type Value } from "./value.ts";
import { isNothing, type Write } from "./variables.ts";

/** What an expression has under a name. */
export function member(object: Node, name: string): Value | null {
  const value = resolve(object);
  const found = value && memberOf(value, name);
  if (found && !(found.kind === "path" && isLoose(found.path))) return found;
  const host = fieldHost(object);
  return (host && field(host, name)) ?? found;
}

/** `exports.server`, `module.exports.server`, `global.server`: names that the file itself may write. */
function isLoose(path: string): boolean {
  return /^(?:exports|module\.exports|global|globalThis)\./.test(path);
}

/** What a value has under a name. */
export function memberValue(value: Value, name: string): Value | null {
  switch (value.kind) {
    case "path":
      if ((value.path === "globalThis" || value.path === "global" || value.path === "window") && globalPath(name))
        return { kind: "path", path: globalPath(name) as string, module: name };
      return exported(value, name);
    case "instance": {
      if (entryAt(value.type)?.cSymbols) return { kind: "c", name };
      const entry = memberAt(value.type, name);
      const origin = value.origins[0] as Node;
      if (entry?.property)
        return { kind: "instance", type: entry.property, origins: [memberKey(origin, name) as Node] };
      if (entry) return { kind: "method", type: value.type, name, entry, receiver: value };
      return first(value.origins, (each) => field(each, name));
    }
    case "local":
      return (
        (value.node.type === "ObjectExpression" ? property(value.node, name) : staticMember(value.node, name)) ??
        field(value.node, name) ??
        besideWhole(value.node, name)
      );
    case "object":
      return field(value.cls, name) ?? field(value.origin, name) ?? ofPrototype(value.cls, name);
    default:
      return null;
  }
}

function ofPrototype(fn: Node, name: string): Value | null {
  const node = isFunction(fn) ? prototypeMethod(fn, name) : null;
  return node && { kind: "local", node };
}

function first<T>(all: readonly Node[], find: (node: Node) => T | null): T | null {
  for (const each of all) {
    const found = find(each);
    if (found) return found;
  }
  return null;
}

function property(object: TSESTree.ObjectExpression, name: string): Value | null {
  const found = object.properties.findLast((each) => each.type === "Property" && nameOf(each) === name) as
    TSESTree.Property | undefined;
  if (!found) return null;
  return found.kind === "get" ? given(found.value) : resolve(found.value);
}

function staticMember(cls: Node, name: string): Value | null {
  if (!isClass(cls)) return null;
  return declared(cls, name, true);
}

/** A method of a class, what a getter gives, or the value of a static field. */
function declared(cls: ClassNode, name: string, isStatic: boolean): Value | null {
  const found = cls.body.body.find(
    (each): each is TSESTree.MethodDefinitionNonComputedName | TSESTree.PropertyDefinitionNonComputedName =>
      (each.type === "MethodDefinition" ? each.kind !== "set" : isStatic && each.type === "PropertyDefinition") &&
      (each as TSESTree.MethodDefinition).static === isStatic &&
      nameOf(each) === name,
  );
  if (!found?.value) return null;
  return found.type === "MethodDefinition" && found.kind === "get" ? given(found.value) : resolve(found.value);
}

/** What a getter gives. */
function given(getter: Node): Value | null {
  return isFunction(getter) ? agree(indexOf(fileOf(getter)).returns.get(getter) ?? [], getter) : null;
}

/** What is written to a property of an object or class, or what its type promises. */
function field(host: object, name: string): Value | null {
  const values = assignedTo(host, name);
  const value = values.length > 0 ? agree(values, memberKey(host, name) as Node) : null;
  if (value && value.kind !== "path") return value;
  const cls = host as Node;
  if (!isClass(cls)) return value;
  const method = declared(cls, name, false);
  if (method) return method;
  const type = fieldType(cls, name);
  const typed = (type && promised(type, memberKey(cls, name) as Node)) ?? value;
  if (typed) return typed;
  const above = classAbove(cls);
  return above && climb(cls, () => field(above, name));
}

/**
 * One value for all: every one that is not a placeholder resolves, to the same thing. `whole` is the identity of what
 * several may have made.
 */
export function agree(from: readonly (Node | Write)[], whole: Node): Value | null {
  let common: Value | null = null;
  const all: Node[] = [];
  for (const each of from) {
    const write: Write = "type" in each ? { node: each, path: [] } : each;
    if (write.path.length === 0 && isNothing(write.node)) continue;
    const value = written(write);
    if (!value) return null;
    if (value.kind === "instance") all.push(...value.origins.filter((origin) => !all.includes(origin)));
    if (common && !sameKind(common, value)) return null;
    common ??= value;
  }
  return common?.kind === "instance" && all.length > common.origins.length
    ? { ...common, origins: [whole, ...all] }
    : common;
}

/** What a write gives, with what destructuring takes out of it. */
function written(write: Write): Value | null {
  const [first, ...rest] = write.path;
  let value = first === undefined ? resolve(write.node) : member(write.node, first);
  for (const name of rest) value = value && memberOf(value, name);
  return value ?? (write.fallback ? resolve(write.fallback) : null);
}
