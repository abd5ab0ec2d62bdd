import type { TSESTree } from "@typescript-eslint/types";
import { enclosingFunction, isLoop, lastNameOf, unwrap, type Node } from "../analysis/ast.ts";
import { inSteps, type Next } from "../analysis/in-steps.ts";
import { isAmbient, onlyValue, variableOf } from "../analysis/variables.ts";

/** Calls that give the same whenever they are given the same. */
const STEADY =
  /^(?:readFileSync|join|resolve|Number|String|Boolean|parseInt|parseFloat|URL|from|toString|fileURLToPath|existsSync|trim)$/;

/** Whether an expression comes to the same in every call of the function around it: nothing in it belongs to the call. */
export const isConstantPart = inSteps<boolean>(20, false, (node, ask) => {
  const at = unwrap(node);
  const next = (each: Node | null | undefined): boolean => !each || ask(each);
  switch (at.type) {
    case "Literal":
      return true;
    case "Identifier":
      return isSteadyName(at, ask);
    case "MemberExpression":
      return next(at.object) && (!at.computed || next(at.property));
    case "TemplateLiteral":
      return at.expressions.every(next);
    case "UnaryExpression":
      return next(at.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return next(at.left as Node) && next(at.right);
    case "ConditionalExpression":
      return next(at.test) && next(at.consequent) && next(at.alternate);
    case "ArrayExpression":
      return at.elements.every(next);
    case "ObjectExpression":
      return at.properties.every((each) => each.type === "Property" && !each.computed && next(each.value));
    case "CallExpression":
    case "NewExpression": {
      const callee = unwrap(at.callee);
      const receiver = callee.type === "MemberExpression" ? callee.object : null;
      return STEADY.test(lastNameOf(callee) ?? "") && next(receiver) && at.arguments.every(next);
    }
    default:
      return false;
  }
});

/** A global, an import, something at the top of the module, or a name of this function for what is steady itself. */
function isSteadyName(name: TSESTree.Identifier, next: Next<boolean>): boolean {
  const variable = variableOf(name);
  if (!variable || isAmbient(variable)) return true;
  const [definition] = variable.defs;
  if (!definition || definition.type === "Parameter") return false;
  const declared = definition.node as Node;
  if (definition.type === "ImportBinding") return true;
  if (enclosingFunction(declared) === null && !isInLoop(declared))
    return definition.type !== "Variable" || isSetOnce(variable);
  const value = onlyValue(name);
  return value !== null && next(value);
}

function isSetOnce(variable: NonNullable<ReturnType<typeof variableOf>>): boolean {
  return variable.references.every((each) => !each.isWrite() || each.init === true);
}

function isInLoop(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent ?? undefined) if (isLoop(at)) return true;
  return false;
}
