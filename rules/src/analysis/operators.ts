/** A value that is known without running the program, or null when it is not. */
export type Known = { value: unknown } | null;

/** The value that all of these come to; null where one is not known, or differs. None is asked behind the first of those. */
export function common<T>(all: readonly T[], valueOf: (each: T) => Known): Known {
  let first: Known = null;
  for (const each of all) {
    const known = valueOf(each);
    if (!known || (first && !Object.is(known.value, first.value))) return null;
    first ??= known;
  }
  return first;
}

/** `object.name` of a constant. */
export function memberOf(object: unknown, name: string): Known {
  if (typeof object === "string" && name === "length") return { value: object.length };
  if (Array.isArray(object))
    return name === "length" || /^\d+$/.test(name) ? { value: object[name as unknown as number] } : null;
  if (object instanceof Set || object instanceof RegExp) return null;
  if (typeof object !== "object" || object === null) return null;
  return { value: Object.hasOwn(object, name) ? (object as Record<string, unknown>)[name] : undefined };
}

/** A text that is put together is no longer than this, in UTF-16 code units: doubled twenty times, ten letters are ten million. */
export const LONGEST_TEXT = 10_000;

/** A constant as a template has it; null for objects, which are put into text by nobody who means a port or an address. */
export function textFrom(value: unknown): string | null {
  return isObject(value) ? null : String(value);
}

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function joined(text: string): Known {
  return text.length > LONGEST_TEXT ? null : { value: text };
}

/** A longer text is not tried: nobody compares a platform or a version with one. */
const LONGEST_TRIED = 100;

/**
 * Whether a regular expression of the code matches. One that could take long, whatever the text, is not tried: a group that is
 * repeated, a back-reference, or more than a few choices one behind the other.
 */
function tested(expression: RegExp, text: string): Known {
  const plain = expression.source.replace(/\\[^\dk]|\[(?:\\.|[^\\[\]])*\]|\(\?[:=!<]{1,2}/g, "x");
  const repeated = plain.match(/[*+?{]/g)?.length ?? 0;
  const alternatives = plain.match(/\|/g)?.length ?? 0;
  if (text.length > LONGEST_TRIED || repeated > 3 || alternatives > 8 || /\)[*+?{]|\\/.test(plain)) return null;
  return { value: new RegExp(expression.source, expression.flags).test(text) };
}

/** `object.name(argument)` of a constant. */
export function method(object: unknown, name: string, argument: Known): Known {
  const text = argument && textFrom(argument.value);
  if (object instanceof RegExp) return name === "test" && text !== null ? tested(object, text) : null;
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
      return text === null ? null : { value: object.startsWith(text) };
    case "endsWith":
      return text === null ? null : { value: object.endsWith(text) };
    case "includes":
      return text === null ? null : { value: object.includes(text) };
    case "indexOf":
      return text === null ? null : { value: object.indexOf(text) };
    default:
      return null;
  }
}

/** What a global function such as `Number` makes of a constant; `radix` is the second argument of `parseInt`. */
export function converted(name: string, value: unknown, radix?: unknown): Known {
  switch (name) {
    case "Boolean":
      return { value: Boolean(value) };
    case "Number":
      return typeof value === "object" ? null : { value: Number(value) };
    case "String":
      return typeof value === "object" ? null : { value: String(value) };
    case "parseInt": {
      const text = textFrom(value);
      return text === null || isObject(radix) ? null : { value: Number.parseInt(text, Number(radix ?? 0)) };
    }
    case "BigInt":
      return typeof value === "number" && Number.isInteger(value) ? { value: BigInt(value) } : null;
    default:
      return null;
  }
}

/** Whether the left side of `&&`, `||` or `??` is the result. */
export function short(operator: string, left: unknown): boolean {
  return operator === "&&" ? !left : operator === "||" ? Boolean(left) : left !== null && left !== undefined;
}

export function unary(operator: string, value: unknown): Known {
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

export function binary(operator: string, a: unknown, b: unknown): Known {
  // Which of two is the other one is not to be seen in what they hold.
  if (isObject(a) && isObject(b)) return null;
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
    return joined(`${String(a)}${String(b)}`);
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
