import type { TSESTree } from "@typescript-eslint/types";
import { entryAt } from "../catalogue/index.ts";
import { typeMadeBy } from "../catalogue/shapes.ts";
import {
  calleeName,
  isClass,
  isFunction,
  nameOf,
  stringOf,
  unwrap,
  type Call,
  type FunctionNode,
  type Node,
} from "./ast.ts";
import { annotationOf } from "./annotations.ts";
import { instanceOf } from "./classes.ts";
import { agree } from "./members.ts";
import { required, wrappedModule } from "./modules.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf } from "./source.ts";
import { promised } from "./types.ts";
import type { Path, Value } from "./value.ts";

/** What a call gives back. */
export function callResult(node: TSESTree.CallExpression): Value | null {
  const module = required(node);
  if (module !== undefined) return module;
  const wrapped = wrappedModule(node);
  if (wrapped) return resolve(wrapped);
  const value = resolve(unwrap(node.callee));
  switch (value?.kind) {
    case "path":
      if (value.path === "Object.freeze" || value.path === "Object.seal")
        return node.arguments[0] ? resolve(node.arguments[0] as Node) : null;
      if (value.path === "Object.assign") {
        const target = node.arguments[0] ? resolve(node.arguments[0] as Node) : null;
        if (target?.kind === "instance" || target?.kind === "object") return target;
      }
      return (entryAt(value.path) ? null : fromContainer(node)) ?? given(value, node);
    case "method":
      if (value.entry.cFunction) {
        const name = stringOf(node.arguments[value.entry.cFunction.argument] as Node | undefined);
        return name === null ? null : { kind: "c", name: /\b([A-Za-z_]\w*)\s*\(/.exec(name)?.[1] ?? name.trim() };
      }
      if (node.arguments.length < (value.entry.returnsFrom ?? 0)) return null;
      if (value.entry.returns === "this") return value.receiver;
      return value.entry.returns ? { kind: "instance", type: value.entry.returns, origins: [node] } : null;
    case "local":
      return isFunction(value.node) ? resultOf(value.node, node) : null;
    default:
      return typed(node) ?? knownByShape(node) ?? fromContainer(node);
  }
}

/** What `new` makes. */
export function constructed(node: TSESTree.NewExpression): Value | null {
  const value = resolve(node.callee);
  if (value?.kind === "path") return given(value, node);
  return value?.kind === "local" ? instanceOf(value.node, node) : null;
}

function given(value: Path, node: Call): Value {
  const returns = entryAt(value.path)?.returns;
  return returns
    ? { kind: "instance", type: returns, origins: [node] }
    : { kind: "path", path: `${value.path}()`, module: value.module };
}

/** What a function gives back. Where that is what an unknown function gives, the return type says it better. */
function resultOf(fn: FunctionNode, node: Call): Value | null {
  const value = returned(fn, node);
  return !value || value.kind === "path" ? (declared(fn, node) ?? value) : value;
}

function returned(fn: FunctionNode, node: Call): Value | null {
  const value = agree(indexOf(fileOf(fn)).returns.get(fn) ?? [], fn);
  return value?.kind === "instance" ? { ...value, origins: [node, ...value.origins] } : value;
}

/** What the return type of a function promises. */
function declared(fn: FunctionNode, node: Call): Value | null {
  return fn.returnType ? promised(fn.returnType.typeAnnotation, node) : null;
}

/** What the type of a callback promises: `make: () => Promise<net.Server>`. */
function typed(node: TSESTree.CallExpression): Value | null {
  const type = annotationOf(node.callee);
  return type?.type === "TSFunctionType" && type.returnType ? promised(type.returnType.typeAnnotation, node) : null;
}

/** `container.resolve(Mailer)`, `app.get(Mailer)`, `inject(Mailer)`: who makes instances of classes is handed one of the project's. */
function fromContainer(node: TSESTree.CallExpression): Value | null {
  const name = calleeName(node);
  const [first] = node.arguments;
  if (name.type !== "Identifier" || !/^(?:resolve|get|make|create|inject|instantiate)$/.test(name.name)) return null;
  const cls = first?.type === "Identifier" ? resolve(first) : null;
  return cls?.kind === "local" && isClass(cls.node) ? instanceOf(cls.node, node) : null;
}

/** A call of something unknown whose name and first argument leave no doubt: `createSocket("udp4")`. */
function knownByShape(node: TSESTree.CallExpression): Value | null {
  const name = calleeName(node);
  const first = node.arguments[0];
  if (name.type !== "Identifier" || !first) return null;
  const type =
    first.type === "ObjectExpression"
      ? first.properties.find((each) => each.type === "Property" && nameOf(each) === "type")
      : undefined;
  const made = typeMadeBy(name.name, stringOf(type?.type === "Property" ? type.value : first));
  return made === undefined ? null : { kind: "instance", type: made, origins: [node] };
}
