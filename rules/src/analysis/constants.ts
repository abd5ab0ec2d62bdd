import type { TSESTree } from "@typescript-eslint/types";
import { isFunction, nameOf, unwrap, type Node } from "./ast.ts";
import { assignedTo, functionOf, resolve } from "./values.ts";
import { indexOf, fileOf } from "./source.ts";
import { isGlobal, onlyValue, parameterOf, variableOf, writesOf } from "./variables.ts";

/** A value that is known without running the program, or null when it is not. */
export type Known = { value: unknown } | null;

/** Stand-ins for what differs from process to process: `process.platform` → "linux". Paths as the resolver gives them. */
export type Assumptions = Readonly<Record<string, unknown>>;

const PLATFORM_PATHS = ["process.platform", "os.platform()", "deno.build.os"] as const;
const OS_TYPE: Readonly<Record<string, string>> = {
  linux: "Linux",
  darwin: "Darwin",
  win32: "Windows_NT",
  freebsd: "FreeBSD",
  openbsd: "OpenBSD",
  netbsd: "NetBSD",
  sunos: "SunOS",
  aix: "AIX",
  android: "Android",
};

/** What is true in a process on this `process.platform`. */
export function onPlatform(platform: string): Assumptions {
  const deno = platform === "win32" ? "windows" : platform;
  return {
    ...Object.fromEntries(PLATFORM_PATHS.map((path) => [path, path === "deno.build.os" ? deno : platform])),
    "os.type()": OS_TYPE[platform] ?? platform,
  };
}

/** Evaluates constants, platform tests and what follows from them. Depth bounds the work on adversarial code. */
export function evaluate(node: Node, assume: Assumptions = {}, depth = 0): Known {
  const file = fileOf(node);
  if (depth > 24) return null;
  const at = unwrap(node);
  const next = (child: Node): Known => evaluate(child, assume, depth + 1);
  switch (at.type) {
    case "Literal":
      return { value: at.value };
    case "TemplateLiteral": {
      let text = at.quasis[0]?.value.cooked ?? "";
      for (const [i, expression] of at.expressions.entries()) {
        const part = next(expression);
        if (!part) return null;
        text += String(part.value) + (at.quasis[i + 1]?.value.cooked ?? "");
      }
      return { value: text };
    }
    case "Identifier":
      return identifier(at);
    case "MemberExpression": {
      const assumed = byPath(at);
      if (assumed) return assumed;
      const name = nameOf(at) ?? propertyValue(at);
      if (name === null) return null;
      const host = unwrap(at.object);
      const variable = host.type === "Identifier" ? variableOf(host) : undefined;
      if (variable && assignedTo(variable, name).length > 0) return null;
      const object = next(at.object);
      if (!object) return enumMember(at, name);
      return memberOf(object.value, name);
    }
    case "UnaryExpression": {
      if (at.operator === "void") return { value: undefined };
      const argument = next(at.argument);
      return argument && unary(at.operator, argument.value);
    }
    case "BinaryExpression": {
      const left = at.left.type === "PrivateIdentifier" ? null : next(at.left);
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
      const values = at.elements.map((each) => (each && each.type !== "SpreadElement" ? next(each) : null));
      return values.every((each) => each !== null) ? { value: values.map((each) => each.value) } : null;
    }
    case "ObjectExpression": {
      const value: Record<string, unknown> = {};
      for (const each of at.properties) {
        const name = each.type === "Property" ? nameOf(each) : null;
        const known = name === null || each.type !== "Property" ? null : next(each.value);
        if (!known) return null;
        value[name as string] = known.value;
      }
      return { value };
    }
    case "CallExpression":
      return byPath(at) ?? call(at);
    case "NewExpression": {
      const name = at.callee.type === "Identifier" && isGlobal(at.callee) ? at.callee.name : "";
      const argument = at.arguments[0] ? next(at.arguments[0] as Node) : null;
      return name === "Set" && Array.isArray(argument?.value) ? { value: new Set(argument.value) } : null;
    }
    default:
      return null;
  }

  function identifier(at: TSESTree.Identifier): Known {
    if (isGlobal(at)) {
      if (at.name === "undefined") return { value: undefined };
      if (at.name === "NaN") return { value: NaN };
      if (at.name === "Infinity") return { value: Infinity };
      return null;
    }
    const assumed = byPath(at);
    if (assumed) return assumed;
    const variable = variableOf(at);
    if (!variable || variable.defs.length !== 1) return null;
    const type = variable.defs[0]?.type as string;
    if (type === "Parameter") return null;
    const writes = writesOf(variable);
    const only = writes?.length === 1 ? writes[0] : undefined;
    if (!only) return null;
    if (only.path.length === 0) return next(only.node);
    const source = next(only.node);
    let value: Known = source;
    for (const name of only.path) value = value && memberOf(value.value, name);
    return value;
  }

  function byPath(at: Node): Known {
    const value = resolve(at);
    return value?.kind === "path" && Object.hasOwn(assume, value.path) ? { value: assume[value.path] } : null;
  }

  function propertyValue(at: TSESTree.MemberExpression): string | null {
    const known = next(at.property);
    return known && (typeof known.value === "string" || typeof known.value === "number") ? String(known.value) : null;
  }

  /** A member of a TypeScript enum, or of a class's static constants. */
  function enumMember(at: TSESTree.MemberExpression, name: string): Known {
    const object = unwrap(at.object);
    const variable = object.type === "Identifier" ? variableOf(object) : undefined;
    const definition = variable?.defs[0]?.node as Node | undefined;
    if (definition?.type === "TSEnumDeclaration") {
      const member = definition.body.members.find((each) =>
        each.id.type === "Identifier" ? each.id.name === name : each.id.type === "Literal" && each.id.value === name,
      );
      return member?.initializer ? next(member.initializer) : null;
    }
    if (definition?.type === "ClassDeclaration") {
      const field = definition.body.body.find(
        (each) => each.type === "PropertyDefinition" && each.static && nameOf(each) === name,
      ) as TSESTree.PropertyDefinition | undefined;
      return field?.value ? next(field.value) : null;
    }
    // A property of an object literal whose other properties are not constants.
    const made = onlyValue(object);
    const literal = made && unwrap(made);
    if (literal?.type !== "ObjectExpression" || literal.properties.some((each) => each.type === "SpreadElement"))
      return null;
    const property = literal.properties.findLast((each) => each.type === "Property" && nameOf(each) === name) as
      TSESTree.Property | undefined;
    return property ? next(property.value) : null;
  }

  function call(at: TSESTree.CallExpression): Known {
    const callee = unwrap(at.callee);
    const argument = at.arguments[0] && at.arguments[0].type !== "SpreadElement" ? next(at.arguments[0]) : null;
    if (callee.type === "Identifier" && isGlobal(callee)) {
      if (!argument) return null;
      switch (callee.name) {
        case "Boolean":
          return { value: Boolean(argument.value) };
        case "Number":
          return typeof argument.value === "object" ? null : { value: Number(argument.value) };
        case "String":
          return typeof argument.value === "object" ? null : { value: String(argument.value) };
        case "parseInt":
          return { value: Number.parseInt(String(argument.value), 10) };
        case "BigInt":
          return typeof argument.value === "number" && Number.isInteger(argument.value)
            ? { value: BigInt(argument.value) }
            : null;
        default:
          return null;
      }
    }
    if (callee.type === "MemberExpression") {
      const name = nameOf(callee);
      if (name === "freeze" && callee.object.type === "Identifier" && callee.object.name === "Object") return argument;
      if (name === "parseInt" && callee.object.type === "Identifier" && callee.object.name === "Number")
        return argument && { value: Number.parseInt(String(argument.value), 10) };
      const object = next(callee.object);
      if (object && name) return method(object.value, name, argument);
    }
    const fn = at.arguments.length === 0 ? functionOf(callee) : null;
    const returns = fn && isFunction(fn) && !fn.async && !fn.generator ? indexOf(file).returns.get(fn) : undefined;
    return returns?.length === 1 && returnsOnly(returns[0] as Node, fn as Node) ? next(returns[0] as Node) : null;
  }
}

/** The one return is the whole of the function: no branch before it decides. */
function returnsOnly(returned: Node, fn: Node): boolean {
  const parent = returned.parent as Node;
  if (parent === fn) return true;
  const body = (fn as TSESTree.FunctionDeclaration).body;
  return (
    parent.type === "ReturnStatement" &&
    parent.parent === body &&
    body.body.every((each) => each === parent || each.type === "VariableDeclaration")
  );
}

function memberOf(object: unknown, name: string): Known {
  if (typeof object === "string" && name === "length") return { value: object.length };
  if (Array.isArray(object))
    return name === "length" || /^\d+$/.test(name) ? { value: object[name as unknown as number] } : null;
  if (object instanceof Set || object instanceof RegExp) return null;
  if (typeof object !== "object" || object === null) return null;
  return { value: Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined };
}

function method(object: unknown, name: string, argument: Known): Known {
  if (object instanceof RegExp)
    return name === "test" && argument
      ? { value: new RegExp(object.source, object.flags).test(String(argument.value)) }
      : null;
  if (object instanceof Set) return name === "has" && argument ? { value: object.has(argument.value) } : null;
  if (Array.isArray(object)) {
    if (!argument) return null;
    if (name === "includes") return { value: object.includes(argument.value) };
    return name === "indexOf" ? { value: object.indexOf(argument.value) } : null;
  }
  if (typeof object !== "string") return null;
  switch (name) {
    case "toLowerCase":
      return { value: object.toLowerCase() };
    case "toUpperCase":
      return { value: object.toUpperCase() };
    case "trim":
      return { value: object.trim() };
    case "startsWith":
      return argument && { value: object.startsWith(String(argument.value)) };
    case "endsWith":
      return argument && { value: object.endsWith(String(argument.value)) };
    case "includes":
      return argument && { value: object.includes(String(argument.value)) };
    case "indexOf":
      return argument && { value: object.indexOf(String(argument.value)) };
    default:
      return null;
  }
}

function short(operator: string, left: unknown): boolean {
  return operator === "&&" ? !left : operator === "||" ? Boolean(left) : left !== null && left !== undefined;
}

function unary(operator: string, value: unknown): Known {
  switch (operator) {
    case "!":
      return { value: !value };
    case "-":
      return typeof value === "number" ? { value: -value } : null;
    case "+":
      return typeof value === "object" || typeof value === "bigint" ? null : { value: Number(value) };
    case "~":
      return typeof value === "number" ? { value: ~value } : null;
    case "typeof":
      return { value: typeof value };
    default:
      return null;
  }
}

function binary(operator: string, a: unknown, b: unknown): Known {
  switch (operator) {
    case "===":
      return { value: a === b };
    case "!==":
      return { value: a !== b };
    case "==":
      return { value: a == b };
    case "!=":
      return { value: a != b };
  }
  if (
    operator === "+" &&
    (typeof a === "string" || typeof b === "string") &&
    typeof a !== "object" &&
    typeof b !== "object"
  )
    return { value: `${String(a)}${String(b)}` };
  if (typeof a !== "number" || typeof b !== "number") return null;
  switch (operator) {
    case "+":
      return { value: a + b };
    case "-":
      return { value: a - b };
    case "*":
      return { value: a * b };
    case "/":
      return { value: a / b };
    case "%":
      return { value: a % b };
    case "|":
      return { value: a | b };
    case "&":
      return { value: a & b };
    case "^":
      return { value: a ^ b };
    case "<<":
      return { value: a << b };
    case ">>":
      return { value: a >> b };
    case "<":
      return { value: a < b };
    case ">":
      return { value: a > b };
    case "<=":
      return { value: a <= b };
    case ">=":
      return { value: a >= b };
    default:
      return null;
  }
}

/** The constants behind an expression that is not constant itself: `env || 3000`, `Number(x ?? 3000)`, `port = 3000` as a parameter. */
export function fallbackOf(node: Node, depth = 0): Known {
  if (depth > 8) return null;
  const at = unwrap(node);
  const known = evaluate(at);
  if (known) return known.value === undefined || known.value === null || Number.isNaN(known.value) ? null : known;
  switch (at.type) {
    case "LogicalExpression":
      return at.operator === "&&" ? null : (fallbackOf(at.right, depth + 1) ?? fallbackOf(at.left, depth + 1));
    case "ConditionalExpression": {
      const no = fallbackOf(at.alternate, depth + 1);
      const yes = fallbackOf(at.consequent, depth + 1);
      // Nothing stands behind a branch that only sometimes has a constant of no weight: `x ? (y || 0) : port`.
      if (!no || !yes) return (no ?? yes)?.value ? (no ?? yes) : null;
      return no.value ? no : yes;
    }
    case "UnaryExpression":
      return at.operator === "+" ? fallbackOf(at.argument, depth + 1) : null;
    case "CallExpression": {
      const callee = unwrap(at.callee);
      const name =
        callee.type === "Identifier" ? callee.name : callee.type === "MemberExpression" ? (nameOf(callee) ?? "") : "";
      return /^(?:number|parseint|string|tonumber|toint\w*)$|port/i.test(name) && at.arguments[0]
        ? fallbackOf(at.arguments[0] as Node, depth + 1)
        : null;
    }
    case "Identifier": {
      const variable = variableOf(at);
      if (!variable || variable.defs.length !== 1) return null;
      const parameter = parameterOf(variable);
      if (parameter) return parameter.fallback && fallbackOf(parameter.fallback, depth + 1);
      const writes = writesOf(variable);
      if (writes?.length !== 1) return null;
      const write = writes[0]!;
      if (write.path.length > 0) return write.fallback ? fallbackOf(write.fallback, depth + 1) : null;
      return fallbackOf(write.node, depth + 1);
    }
    default:
      return null;
  }
}
