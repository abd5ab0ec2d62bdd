import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, stringOf, type Node } from "../analysis/ast.ts";
import { perText, type SourceFile } from "../analysis/source.ts";

/** A place where a module loads another one. */
export interface Load {
  /** The declaration, or the call of `require` or `import()`. */
  node: Node;
  /** Null where it is not constant. */
  specifier: string | null;
  /** What is written in its place, for calls. */
  argument: Node | null;
  /** An `import` or `export … from`, which nothing can keep from happening. */
  isStatic: boolean;
}

/** All loads of a file, types aside. */
export const loadsOf: (file: SourceFile) => readonly Load[] = perText(collect);

function collect(file: SourceFile): Load[] {
  const loads: Load[] = [];
  visit(file.ast);
  return loads;

  function visit(node: Node): void {
    const load = loadAt(node);
    if (load) loads.push(load);
    for (const key of file.visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
      for (const each of Array.isArray(child) ? child : [child]) if (each) visit(each);
    }
  }
}

function loadAt(node: Node): Load | null {
  switch (node.type) {
    case "ImportDeclaration":
      return node.importKind === "type" || isTypes(node.specifiers) ? null : fixed(node, node.source);
    case "ExportNamedDeclaration":
      return node.source && node.exportKind !== "type" ? fixed(node, node.source) : null;
    case "ExportAllDeclaration":
      return node.exportKind === "type" ? null : fixed(node, node.source);
    case "TSImportEqualsDeclaration": {
      const { moduleReference: from } = node;
      return from.type === "TSExternalModuleReference" ? fixed(node, from.expression as Node) : null;
    }
    case "ImportExpression":
      return called(node, node.source);
    case "CallExpression":
      return isRequire(node.callee) && node.arguments[0] ? called(node, node.arguments[0] as Node) : null;
    default:
      return null;
  }
}

/** `import { type A, type B }` alone. */
function isTypes(specifiers: readonly TSESTree.ImportClause[]): boolean {
  return (
    specifiers.length > 0 && specifiers.every((each) => each.type === "ImportSpecifier" && each.importKind === "type")
  );
}

function isRequire(callee: Node): boolean {
  return (
    (callee.type === "Identifier" && /^_*require\d*$/.test(callee.name)) ||
    (callee.type === "MemberExpression" &&
      nameOf(callee) === "require" &&
      callee.object.type === "Identifier" &&
      callee.object.name === "module")
  );
}

function fixed(node: Node, source: Node): Load {
  return { node, specifier: stringOf(source), argument: null, isStatic: true };
}

function called(node: Node, argument: Node): Load {
  return { node, specifier: stringOf(argument), argument, isStatic: false };
}
