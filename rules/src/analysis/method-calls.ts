import type { TSESTree } from "@typescript-eslint/types";
import { nameOf, unwrap, type Call, type ClassNode, type Node } from "./ast.ts";
import { thisHost } from "./classes.ts";
import { isExport, makersOf } from "./makers.ts";
import { resolve } from "./resolving.ts";
import { fileOf, indexOf, walk, type SourceFile } from "./source.ts";
import { variableOf } from "./variables.ts";

/** The calls of a private method, which stand in its class or nowhere; null where it also gets into other hands. */
export function callsOfPrivate(method: TSESTree.MethodDefinition): readonly Call[] | null {
  const name = nameOf(method);
  const calls: Call[] = [];
  let escapes = name === null;
  walk(method.parent, fileOf(method).visitorKeys, (node, parent) => {
    if (node.type !== "MemberExpression" || nameOf(node) !== name) return;
    if (parent?.type === "CallExpression" && parent.callee === node) calls.push(parent);
    else escapes = true;
  });
  return escapes ? null : calls;
}

/**
 * The calls of a method that anybody may call who has an instance; null where an instance gets out of sight, or where
 * nobody can say on what a method of this name is called.
 */
export function callsOfMethod(method: TSESTree.MethodDefinition): readonly Call[] | null {
  const name = nameOf(method);
  const cls = method.parent.parent;
  if (name === null || method.kind !== "method" || method.static) return null;
  const made = makersOf(cls);
  if (!made || made.length === 0 || !made.every(staysInSight)) return null;
  const all: Call[] = [];
  for (const file of new Set([cls, ...made].map(fileOf))) {
    const calls = callsIn(file, name, cls);
    if (!calls) return null;
    all.push(...calls);
  }
  // Somebody calls it, in a way that is not followed.
  return all.length > 0 ? all : null;
}

function callsIn(file: SourceFile, name: string, cls: ClassNode): Call[] | null {
  const calls: Call[] = [];
  let seen = 0;
  for (const call of indexOf(file).calls) {
    const callee = unwrap(call.callee);
    if (callee.type !== "MemberExpression" || nameOf(callee) !== name) continue;
    seen++;
    const own = isInstance(callee.object, cls);
    if (own === null) return null;
    if (own) calls.push(call);
  }
  // Where the method is taken without a call, somebody calls it later.
  const named = file.text.match(new RegExp(`\\.\\s*${name.replaceAll("$", "\\$")}\\b`, "g"));
  return (named?.length ?? 0) > seen ? null : calls;
}

/** Whether something is an instance of a class; null where nobody can say. */
function isInstance(object: Node, cls: ClassNode): boolean | null {
  const at = unwrap(object);
  if (at.type === "ThisExpression") return thisHost(at) === cls;
  const value = resolve(at);
  switch (value?.kind) {
    case "object":
      return value.cls === cls;
    case "instance":
      return value.origins.includes(cls);
    default:
      return value ? false : null;
  }
}

/** Whether an instance goes nowhere but into a name or a private field of the module that makes it. */
function staysInSight(made: Call): boolean {
  const parent = made.parent as Node;
  switch (parent.type) {
    case "ExpressionStatement":
      return true;
    case "MemberExpression":
      return parent.object === made;
    case "PropertyDefinition":
      return parent.value === made && (parent.key.type === "PrivateIdentifier" || parent.accessibility === "private");
    case "AssignmentExpression":
      return (
        parent.left.type === "MemberExpression" &&
        parent.left.property.type === "PrivateIdentifier" &&
        parent.parent.type === "ExpressionStatement"
      );
    case "VariableDeclarator": {
      const variable = parent.id.type === "Identifier" ? variableOf(parent.id) : undefined;
      return (
        variable !== undefined &&
        !isExport(parent) &&
        variable.references.every(({ identifier }) => {
          const at = identifier as Node;
          const user = at.parent as Node;
          return at === parent.id || (user.type === "MemberExpression" && user.object === at && nameOf(user) !== null);
        })
      );
    }
    default:
      return false;
  }
}
