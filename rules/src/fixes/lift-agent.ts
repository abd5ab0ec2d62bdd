import type { TSESTree } from "@typescript-eslint/types";
import { ancestors, contains, nameOf, unwrap, type Node } from "../analysis/ast.ts";
import { indexOf, type SourceFile } from "../analysis/source.ts";
import { mentions } from "../analysis/text.ts";
import { isAmbient, variableOf } from "../analysis/variables.ts";
import type { Edit } from "../rule.ts";
import type { ApiSite } from "../sockets/site.ts";
import { insertBefore, replaceNode } from "./index.ts";
import { joined, slice } from "./layout.ts";
import { before, removeDeclaration } from "./statements.ts";

/** Makes an agent once, before the function that made it for every call; null where it takes what only that function has. */
export function liftAgent(file: SourceFile, { call, operation }: ApiSite): Edit[] | null {
  const made = operation.reusesConnectionsWith === undefined ? slice(file.text, call) : withKeepAlive(file, call);
  const top = topOf(call);
  if (made === null || !top || !isKnownBefore(file, call, top)) return null;
  const parent = call.parent as Node;
  if (parent.type === "VariableDeclarator" && parent.id.type === "Identifier") {
    const declaration = parent.parent;
    if (declaration.declarations.length !== 1 || parent.id.typeAnnotation || isTwice(file, parent.id)) return null;
    const removed = removeDeclaration(file, declaration);
    const added = before(file, top, `const ${parent.id.name} = ${made};`);
    return removed && added && joined([...removed, ...added]);
  }
  const name = freeName(file, parent.type === "Property" ? nameOf(parent) : null);
  const added = insertBefore(file, top, `const ${name} = ${made};`);
  return added && joined([...added, ...inPlaceOf(call, name)]);
}

/** Gives a request that has `agent: false` an agent that all calls share. */
export function liftNone(file: SourceFile, { call }: ApiSite, value: Node): Edit[] | null {
  const callee = unwrap(call.callee);
  const top = topOf(call);
  if (!top || callee.type !== "MemberExpression" || !isKnownBefore(file, callee, top)) return null;
  const name = freeName(file, "agent");
  const made = `const ${name} = new ${slice(file.text, callee.object)}.Agent({ keepAlive: true });`;
  const added = insertBefore(file, top, made);
  return added && joined([...added, ...inPlaceOf(value, name)]);
}

/** The name of the agent; a property that is called so needs it once. */
function inPlaceOf(value: Node, name: string): Edit[] {
  const property = value.parent as Node;
  const isShort =
    property.type === "Property" && property.value === value && !property.computed && nameOf(property) === name;
  return replaceNode(isShort ? property : value, name);
}

/** The statement of the module that holds a node. */
function topOf(node: Node): Node | null {
  return [...ancestors(node)].find((each) => each.parent?.type === "Program") ?? null;
}

function withKeepAlive({ text }: SourceFile, call: ApiSite["call"]): string | null {
  const callee = text.slice(call.range[0], call.callee.range[1]);
  const [first, ...others] = call.arguments;
  if (!first) return `${callee}({ keepAlive: true })`;
  if (first.type !== "ObjectExpression" || others.length > 0) return null;
  const own = first.properties.find((each) => each.type === "Property" && nameOf(each) === "keepAlive") as
    TSESTree.Property | undefined;
  if (own) return own.value.type === "Literal" && own.value.value === true ? slice(text, call) : null;
  if (first.properties.length === 0) return `${callee}({ keepAlive: true })`;
  const inside = first.range[0] + 1;
  const space = /^\s*/.exec(text.slice(inside))![0] || " ";
  return `${text.slice(call.range[0], inside)}${space}keepAlive: true,${text.slice(inside, inside + 1).trim() ? " " : ""}${text.slice(inside, call.range[1])}`;
}

/** All names in a node stand for something that is there before a statement of the module. */
function isKnownBefore(file: SourceFile, node: Node, top: Node): boolean {
  for (const [name, variable] of indexOf(file).variableOf) {
    if (!contains(node, name) || isAmbient(variable)) continue;
    const { type, node: declared } = variable.defs[0]!;
    if (type !== "ImportBinding" && (declared as Node).range[1] > top.range[0]) return false;
  }
  return true;
}

/** The module has the name of a local variable, or another function does. */
function isTwice(file: SourceFile, id: TSESTree.Identifier): boolean {
  const own = variableOf(id);
  for (const [name, variable] of indexOf(file).variableOf)
    if (name.type === "Identifier" && name.name === id.name && variable !== own) return true;
  return false;
}

function freeName(file: SourceFile, wanted: string | null): string {
  const base = wanted !== null && /[aA]gent$/.test(wanted) ? wanted : wanted === "dispatcher" ? wanted : "agent";
  const names = [base, `shared${base.charAt(0).toUpperCase()}${base.slice(1)}`, "keptAlive"];
  return names.find((each) => !isNamed(file, each)) ?? `${base}ForAll`;
}

/** Keys of options aside, which are no names of their own. */
function isNamed(file: SourceFile, name: string): boolean {
  if (!mentions(file, name)) return false;
  for (const scope of file.scopeManager.scopes) {
    if (scope.variables.some((each) => each.name === name)) return true;
    if (scope.references.some((each) => each.identifier.name === name)) return true;
  }
  return false;
}
