import { givenTo } from "./arguments.ts";
import { isClass, nameOf, unwrap, type Call, type Node } from "./ast.ts";
import { evaluate } from "./constants.ts";
import { propertyBehind } from "./elsewhere.ts";
import { assignedTo, fieldHost } from "./fields.ts";
import { inSteps } from "./in-steps.ts";
import { short, type Known } from "./operators.ts";
import { variableOf } from "./variables.ts";

let way: Call | null = null;

/** Works something out for one of several calls: what is handed over is what that one hands over. */
export function through<T>(call: Call, work: () => T): T {
  const before = way;
  way = call;
  try {
    return work();
  } finally {
    way = before;
  }
}

/** The call that something is worked out for at the moment. */
export function callOnTheWay(): Call | null {
  return way;
}

/**
 * The only expression that a parameter or a field stands for, as its only caller or its only assignment has it: `file`,
 * `options.file` and `this.file`. Null where it may be something else.
 */
export function handedOver(node: Node): Node | null {
  const at = unwrap(node);
  if (at.type === "Identifier") {
    const variable = variableOf(at);
    const [given, ...others] = (variable && givenTo(variable, way)) ?? [];
    if (!given || others.length > 0) return null;
    return given.path.reduce<Node | null>((from, name) => from && propertyBehind(from, name), given.node);
  }
  const name = nameOf(at);
  if (at.type !== "MemberExpression" || name === null) return null;
  if (unwrap(at.object).type === "ThisExpression") return fieldValue(at.object, name);
  const object = handedOver(at.object);
  return object && propertyBehind(object, name);
}

function fieldValue(object: Node, name: string): Node | null {
  const host = fieldHost(object);
  if (!host) return null;
  const [value, ...others] = assignedTo(host, name);
  const declared = parameterField(host as Node, name);
  return others.length > 0 || (value && declared) ? null : (value ?? declared);
}

/** `constructor(private readonly file: string)` */
function parameterField(cls: Node, name: string): Node | null {
  if (!isClass(cls)) return null;
  for (const each of cls.body.body) {
    if (each.type !== "MethodDefinition" || each.kind !== "constructor") continue;
    for (const parameter of each.value.params) {
      if (parameter.type !== "TSParameterProperty") continue;
      const id = parameter.parameter.type === "AssignmentPattern" ? parameter.parameter.left : parameter.parameter;
      if (id.type === "Identifier" && id.name === name) return id;
    }
  }
  return null;
}

/** The constant that an expression comes to, also by what is handed over for it. */
export const constantBehind = inSteps<Known>(8, null, (node, next) => {
  const at = unwrap(node);
  const known = evaluate(at);
  if (known) return known;
  if (at.type === "LogicalExpression") {
    const left = next(at.left);
    return left && (short(at.operator, left.value) ? left : next(at.right));
  }
  const given = handedOver(at);
  return given && next(given);
});
