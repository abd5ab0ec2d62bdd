import type { TSESTree } from "@typescript-eslint/types";
import { canonicalKey, canonicalModule, entryAt } from "../catalogue/index.ts";
import { isClass, stringOf, type Node } from "./ast.ts";
import { instanceOf } from "./classes.ts";
import { resolve } from "./resolving.ts";
import { fileOf } from "./source.ts";
import { sameKind, type Value } from "./value.ts";

/** A type checker's word for what the code alone does not tell. */
export function checkedType(node: Node): Value | null {
  const type =
    node.type === "Identifier" || node.type === "MemberExpression" || node.type === "CallExpression"
      ? fileOf(node).typeOf?.(node)
      : null;
  return type ? instanceOfType(type, node) : null;
}

/** What the annotation of a declared name promises. */
export function annotated(name: Node): Value | null {
  return name.type === "Identifier" && name.typeAnnotation ? promised(name.typeAnnotation.typeAnnotation, name) : null;
}

/** The value that a type annotation promises; `origin` becomes its identity. */
export function promised(type: TSESTree.TypeNode, origin: Node): Value | null {
  switch (type.type) {
    case "TSUnionType": {
      const real = type.types.filter((each) => each.type !== "TSNullKeyword" && each.type !== "TSUndefinedKeyword");
      const values = real.map((each) => promised(each, origin));
      const first = values[0];
      return first && values.every((each) => each && sameKind(first, each)) ? first : null;
    }
    case "TSTypeReference":
      return ofReference(type, origin);
    case "TSImportType": {
      const specifier = stringOf(
        (type as { source?: Node; argument?: Node }).source ??
          (type as { argument?: { literal?: Node } }).argument?.literal,
      );
      const qualifier = type.qualifier?.type === "Identifier" ? type.qualifier.name : null;
      return specifier !== null && qualifier !== null
        ? instanceOfType(`${canonicalModule(specifier)}.${qualifier}`, origin)
        : null;
    }
    default:
      return null;
  }
}

/** `net.Server`, `Promise<net.Server>`, `ReturnType<typeof net.createServer>` */
function ofReference(type: TSESTree.TSTypeReference, origin: Node): Value | null {
  const argument = type.typeArguments?.params[0];
  const name = type.typeName;
  if (name.type === "Identifier" && argument) {
    if (name.name === "Promise" || name.name === "Awaited" || name.name === "Readonly")
      return promised(argument, origin);
    if (name.name === "ReturnType" && argument.type === "TSTypeQuery") {
      const path = typePath(argument.exprName as Node);
      const returns = path === null ? undefined : entryAt(path)?.returns;
      return returns ? { kind: "instance", type: returns, origins: [origin] } : null;
    }
  }
  const value = name.type === "Identifier" ? resolve(name) : null;
  if (value?.kind === "local" && isClass(value.node)) return instanceOf(value.node, origin);
  const path = typePath(name);
  return path === null ? null : instanceOfType(path, origin);
}

function instanceOfType(path: string, origin: Node): Value | null {
  return entryAt(path)?.type ? { kind: "instance", type: canonicalKey(path), origins: [origin] } : null;
}

/** The catalogue key of a type's name: `net.Server`. */
function typePath(name: Node): string | null {
  if (name.type === "TSQualifiedName") {
    const left = typePath(name.left as Node);
    return left === null ? null : `${left}.${name.right.name}`;
  }
  if (name.type !== "Identifier") return null;
  const value = resolve(name);
  return value?.kind === "path" ? value.path : null;
}
