import type { TSESTree } from "@typescript-eslint/types";
import { globalPath } from "../catalogue/index.ts";
import { givenTo } from "./arguments.ts";
import { awaited, isClass, isFunction, nameOf, stringOf, type Node } from "./ast.ts";
import { superInstance, thisHost, thisValue } from "./classes.ts";
import { moduleNamed } from "./exports.ts";
import { agree, member, memberValue } from "./members.ts";
import { imported, wrapsItself } from "./modules.ts";
import { resolve, resolvesWith } from "./resolving.ts";
import { callResult, constructed } from "./results.ts";
import type { Variable } from "./source.ts";
import { annotated, checkedType } from "./types.ts";
import type { Value } from "./value.ts";
import { isAmbient, parameterOf, settledWith, variableOf, writesOf } from "./variables.ts";

export { resolve };

resolvesWith({ expression: (node) => ofExpression(node) ?? checkedType(node), member: memberValue });

function ofExpression(node: Node): Value | null {
  switch (node.type) {
    case "Identifier":
      return ofName(node);
    case "ThisExpression":
      return thisValue(node);
    case "Super": {
      const host = thisHost(node);
      return host && isClass(host) ? superInstance(host) : null;
    }
    case "MemberExpression": {
      const name = nameOf(node);
      return name === null ? null : member(node.object, name);
    }
    case "CallExpression":
      return callResult(node);
    case "NewExpression":
      return constructed(node);
    case "AwaitExpression":
    case "YieldExpression": {
      const waited = awaited(node);
      return waited && resolve(waited);
    }
    case "AssignmentExpression":
      return node.operator === "=" || node.operator === "||=" || node.operator === "??=" ? resolve(node.right) : null;
    case "ConditionalExpression":
      return agree([node.consequent, node.alternate], node);
    case "LogicalExpression":
      return node.operator === "&&" ? resolve(node.right) : (agree([node.left, node.right], node) ?? either(node));
    case "ImportExpression":
      return moduleNamed(stringOf(node.source), node);
    case "MetaProperty":
      return { kind: "path", path: "import.meta", module: "import.meta" };
    default:
      return isFunction(node) || isClass(node) || node.type === "ObjectExpression" ? { kind: "local", node } : null;
  }
}

/** What is known of one side stands for both; not so a literal, whose properties the other side need not have. */
function either({ left, right }: TSESTree.LogicalExpression): Value | null {
  const value = resolve(right) ?? resolve(left);
  return value?.kind === "local" && value.node.type === "ObjectExpression" ? null : value;
}

function ofName(node: TSESTree.Identifier): Value | null {
  const variable = variableOf(node);
  if (variable && !isAmbient(variable)) return ofVariable(variable);
  const path = globalPath(node.name) ?? node.name;
  return { kind: "path", path, module: path.split(".")[0] as string };
}

function ofVariable(variable: Variable): Value | null {
  const definition = variable.defs[0];
  if (!definition) return null;
  const declared = definition.name as Node;
  switch (definition.type) {
    case "ImportBinding":
      return imported(definition.node as Node);
    case "FunctionName":
    case "ClassName":
      return { kind: "local", node: definition.node as Node };
    case "Variable": {
      const writes = writesOf(variable)?.filter((each) => !wrapsItself(variable, each.node));
      const value = writes ? agree(writes, declared) : null;
      // What an unknown function gives back is better known from the annotation.
      return !value || value.kind === "path" ? (annotated(declared) ?? value) : value;
    }
    case "Parameter":
      return annotated(declared) ?? ofParameter(variable);
    default:
      return null;
  }
}

/** A parameter is what every call hands over, if all calls are to be seen, or what the promise before `.then()` gives. */
function ofParameter(variable: Variable): Value | null {
  const settled = settledWith(variable);
  if (settled) return agree([settled], variable.defs[0]?.name as Node);
  const given = givenTo(variable);
  const value = given && agree(given, variable.defs[0]?.name as Node);
  if (value) return value;
  const parameter = parameterOf(variable);
  if (!parameter?.fallback || writesOf(variable)?.some((write) => write.node !== parameter.fallback)) return null;
  return resolve(parameter.fallback);
}
