import type { TSESTree } from "@typescript-eslint/types";
import { givenTo } from "./arguments.ts";
import type { Assumptions } from "./assumptions.ts";
import { isClass, lastNameOf, nameOf, unwrap, type FunctionNode, type Node } from "./ast.ts";
import { declarationBehind, elsewhere, isWrittenTo, literalBehind, propertyBehind } from "./elsewhere.ts";
import { assignedTo } from "./fields.ts";
import { inSteps, type Next } from "./in-steps.ts";
import {
  binary,
  common,
  converted,
  LONGEST_TEXT,
  memberOf,
  method,
  short,
  textFrom,
  unary,
  type Known,
} from "./operators.ts";
import { onlyResult, onlyReturn } from "./only-return.ts";
import { findOnce, resolve, type Found } from "./resolving.ts";
import { fileOf, perFile, type Variable } from "./source.ts";
import { neverPasses, typeofValue, typeTestsAround } from "./type-tests.ts";
import { isGlobal, variableOf, writesOf, type Write } from "./variables.ts";

const DEEPEST = 24;
/** A step from a function to its callers counts as this many: two lie within the depth. */
const CALL = 10;

const NOTHING: Assumptions = {};

const constantsOf = perFile((): Found<NonNullable<Known>> => new Map());

/** Evaluates constants, platform tests and what follows from them. What an expression comes to without assumptions is found once. */
export function evaluate(node: Node, assume: Assumptions = NOTHING): Known {
  if (assume !== NOTHING) return valueIn(node, assume);
  const at = unwrap(node);
  return at.type === "Literal" ? { value: at.value } : findOnce(constantsOf(fileOf(at)), at, () => valueIn(at, assume));
}

const valueIn = inSteps<Known, Assumptions>(DEEPEST, null, (node, next, assume) => {
  const at = unwrap(node);
  switch (at.type) {
    case "Literal":
      return { value: at.value };
    case "TemplateLiteral":
      return template(at, next);
    case "Identifier":
      return isGlobal(at) ? globalConstant(at.name) : (assumed(at, assume) ?? variable(at, next) ?? imported(at, next));
    case "MemberExpression":
      return assumed(at, assume) ?? member(at, next) ?? imported(at, next);
    case "CallExpression":
      return assumed(at, assume) ?? call(at, next) ?? imported(at, next);
    case "UnaryExpression": {
      if (at.operator === "void") return { value: undefined };
      const argument = next(at.argument);
      if (!argument && at.operator === "typeof") return typeofGiven(at.argument, next);
      return argument && unary(at.operator, argument.value);
    }
    case "BinaryExpression": {
      const left = next(at.left);
      const right = next(at.right);
      return left && right && binary(at.operator, left.value, right.value);
    }
    case "LogicalExpression": {
      const left = next(at.left);
      if (left) return short(at.operator, left.value) ? left : next(at.right);
      // `unknown && false` is falsy whatever the left side is; likewise `unknown || true`.
      const right = next(at.right);
      if (right && at.operator === "&&" && !right.value) return { value: false };
      return right && at.operator === "||" && right.value === true ? { value: true } : null;
    }
    case "ConditionalExpression": {
      const test = next(at.test);
      if (test) return next(test.value ? at.consequent : at.alternate);
      const yes = next(at.consequent);
      const no = yes && next(at.alternate);
      return yes && no && Object.is(yes.value, no.value) ? yes : null;
    }
    case "ArrayExpression": {
      const values = at.elements.map((each) => each && next(each));
      return values.every((each) => each !== null) ? { value: values.map((each) => each.value) } : null;
    }
    case "ObjectExpression":
      return object(at, next);
    case "NewExpression": {
      const name = at.callee.type === "Identifier" && isGlobal(at.callee) ? at.callee.name : "";
      const argument = at.arguments[0] ? next(at.arguments[0]) : null;
      return name === "Set" && Array.isArray(argument?.value) ? { value: new Set(argument.value) } : null;
    }
    default:
      return null;
  }
});

/** What an export such as `process.platform` is assumed to be. */
function assumed(at: Node, assume: Assumptions): Known {
  const value = resolve(at);
  return value?.kind === "path" && Object.hasOwn(assume, value.path) ? { value: assume[value.path] } : null;
}

function globalConstant(name: string): Known {
  if (name === "undefined") return { value: undefined };
  if (name === "NaN") return { value: NaN };
  return name === "Infinity" ? { value: Infinity } : null;
}

/** What stands in another file under this name. */
function imported(at: Node, next: Next<Known>): Known {
  const other = elsewhere(at);
  return other && next(other);
}

function variable(at: TSESTree.Identifier, next: Next<Known>): Known {
  const named = variableOf(at);
  if (named?.defs.length !== 1) return null;
  if (named.defs[0]?.type === ("Parameter" as never)) return parameter(named, next);
  const writes = writesOf(named);
  if (!writes || writes.length < 2) return writes?.[0] ? written(writes[0], next) : null;
  const [first, ...others] = writes.filter(
    ({ node }) => !typeTestsAround(node).some((test) => neverPasses(test, next)),
  );
  return first && others.length === 0 ? written(first, next) : null;
}

/** What `typeof` gives for all that the callers hand over, where that is one and the same. */
function typeofGiven(node: Node, next: Next<Known>): Known {
  const at = unwrap(node);
  const named = at.type === "Identifier" ? variableOf(at) : undefined;
  return common((named && givenTo(named)) ?? [], (each) => {
    const type = each.path.length > 0 ? null : typeofValue(each.node, (child) => next(child, CALL));
    return type === null ? null : { value: type };
  });
}

function written({ node, path, fallback }: Write, next: Next<Known>): Known {
  let value = next(node);
  for (const name of path) value = value && memberOf(value.value, name);
  if (value && value.value === undefined && fallback) return next(fallback);
  if (value || path.length === 0) return value;
  const taken = path.reduce<Node | null>((from, name) => from && propertyBehind(from, name), node);
  return taken && next(taken);
}

/** What all callers hand over, where that is one constant. */
function parameter(named: Variable, next: Next<Known>): Known {
  return common(givenTo(named) ?? [], (each) => written(each, (child) => next(child, CALL)));
}

function template(at: TSESTree.TemplateLiteral, next: Next<Known>): Known {
  let text = at.quasis[0]?.value.cooked ?? "";
  for (const [i, expression] of at.expressions.entries()) {
    const part = next(expression);
    const known = part && textFrom(part.value);
    if (known === null) return null;
    text += known + (at.quasis[i + 1]?.value.cooked ?? "");
    if (text.length > LONGEST_TEXT) return null;
  }
  return { value: text };
}

/** What has one of these is another value where a text or a number is expected, or nothing at all. */
const CONVERTS = new Set(["toString", "valueOf", "toJSON", "__proto__"]);

function object(at: TSESTree.ObjectExpression, next: Next<Known>): Known {
  const value: Record<string, unknown> = {};
  for (const each of at.properties) {
    const name = each.type === "Property" ? nameOf(each) : null;
    const known = name === null || each.type !== "Property" || CONVERTS.has(name) ? null : next(each.value);
    if (!known) return null;
    value[name as string] = known.value;
  }
  return { value };
}

function member(at: TSESTree.MemberExpression, next: Next<Known>): Known {
  const name = nameOf(at) ?? keyOf(at, next);
  if (name === null) return null;
  const host = unwrap(at.object);
  const named = host.type === "Identifier" ? variableOf(host) : undefined;
  if (named && assignedTo(named, name).length > 0) return null;
  const literal = literalBehind(host);
  if (literal && isWrittenTo(literal, name)) return null;
  // What another file's literal does not have may be added wherever that file's value goes.
  const isOpen =
    literal &&
    fileOf(literal) !== fileOf(at) &&
    !literal.properties.some((each) => "key" in each && nameOf(each) === name);
  const whole = isOpen ? null : next(host);
  if (whole) return memberOf(whole.value, name);
  const found = declaredMember(host, name) ?? memberOfInstance(host, name) ?? propertyBehind(host, name);
  return found && next(found);
}

/** The name in `ports[key]`, where the key is constant. */
function keyOf(at: TSESTree.MemberExpression, next: Next<Known>): string | null {
  const known = next(at.property);
  return known && (typeof known.value === "string" || typeof known.value === "number") ? String(known.value) : null;
}

/** A member of a TypeScript enum, or one of a class's static constants. */
function declaredMember(object: Node, name: string): Node | null {
  const declaration = declarationBehind(object);
  if (declaration?.type === "TSEnumDeclaration") {
    const found = declaration.body.members.find((each) =>
      each.id.type === "Identifier" ? each.id.name === name : each.id.type === "Literal" && each.id.value === name,
    );
    return found?.initializer ?? null;
  }
  const field = declaration?.body.body.find(
    (each) => each.type === "PropertyDefinition" && each.static && nameOf(each) === name,
  ) as TSESTree.PropertyDefinition | undefined;
  return field?.value ?? null;
}

/** What a getter of an instance gives, or a field of it that is `readonly`. `this` may be one of a class that extends this one. */
function memberOfInstance(object: Node, name: string): Node | null {
  const value = object.type === "ThisExpression" ? null : resolve(object);
  if (value?.kind !== "object" || !isClass(value.cls)) return null;
  const own = value.cls.body.body.find((each) => "key" in each && nameOf(each) === name);
  if (own?.type === "MethodDefinition") return own.kind === "get" ? onlyReturn(own.value as FunctionNode) : null;
  return own?.type === "PropertyDefinition" && own.readonly && assignedTo(value.cls, name).length === 1
    ? own.value
    : null;
}

function call(at: TSESTree.CallExpression, next: Next<Known>): Known {
  const callee = unwrap(at.callee);
  const argument = at.arguments[0] ? next(at.arguments[0]) : null;
  const name = lastNameOf(callee);
  const second = name === "parseInt" ? at.arguments[1] : undefined;
  const radix = second === undefined ? { value: undefined } : next(second);
  if (callee.type === "Identifier" && isGlobal(callee))
    return argument && radix && converted(callee.name, argument.value, radix.value);
  if (callee.type === "MemberExpression") {
    const host = callee.object.type === "Identifier" ? callee.object.name : "";
    if (host === "Object" && name === "freeze") return argument;
    if (host === "Number" && name === "parseInt")
      return argument && radix && converted(name, argument.value, radix.value);
    const whole = next(callee.object);
    if (whole && name) return method(whole.value, name, argument);
  }
  const result = at.arguments.length === 0 ? onlyResult(callee) : null;
  return result && next(result);
}
