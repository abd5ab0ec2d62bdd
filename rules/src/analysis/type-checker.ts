import type { Node } from "./ast.ts";
import { canonicalModule, entryAt } from "../catalogue/index.ts";

/**
 * As much of typescript-eslint's parser services and of TypeScript's checker as is used; TypeScript itself is never
 * loaded.
 */
interface Services {
  program: { getTypeChecker(): { getTypeAtLocation(node: object): Type } } | null;
  esTreeNodeToTSNodeMap: { get(node: Node): object | undefined };
}
interface Type {
  symbol?: { name: string; declarations?: readonly Declaration[] };
  types?: readonly Type[];
}
interface Declaration {
  parent?: Declaration;
  name?: { text?: string };
  fileName?: string;
}

/** Asks the type checker for the catalogue type of an expression; undefined where the host has no checker. */
export function catalogueType(parserServices: object | undefined): ((node: Node) => string | null) | undefined {
  const services = parserServices as Partial<Services> | undefined;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return undefined;
  const checker = services.program.getTypeChecker();
  const nodes = services.esTreeNodeToTSNodeMap;
  return (node) => {
    const typescript = nodes.get(node);
    return typescript ? typeName(checker.getTypeAtLocation(typescript)) : null;
  };
}

function typeName(type: Type): string | null {
  const names = (type.types ?? [type]).map(one).filter((each) => each !== null);
  return names.length > 0 && names.every((each) => each === names[0]) ? (names[0] as string) : null;
}

function one({ symbol }: Type): string | null {
  for (const declaration of symbol?.declarations ?? []) {
    const key = `${moduleOf(declaration)}.${symbol?.name}`;
    if (entryAt(key)?.type) return key;
  }
  return null;
}

/** The module that a declaration stands in: an ambient `declare module "http"`, or the package of its file. */
function moduleOf(declaration: Declaration): string {
  for (let at = declaration.parent; at; at = at.parent) {
    if (at.name?.text && !at.fileName && at.parent?.fileName) return canonicalModule(at.name.text);
    if (at.fileName)
      return (
        /node_modules\/(?:@types\/)?((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/
          .exec(at.fileName)?.[1]
          ?.replace(/^(\w+?)__/, "@$1/") ?? ""
      );
  }
  return "";
}
