import type { JSONSchema4 } from "json-schema";

/** A kind of value that a setting can have: what is accepted, in words, as JSON schema (draft 7) and as a TypeScript type. */
export interface Kind<T> {
  /** Completes "expected …". */
  expected: string;
  schema: JSONSchema4;
  /** As a declaration file writes it. */
  type: string;
  accepts(value: unknown): value is T;
  /** What is wrong with a value, one line for one problem; `where` is how messages call its place. Empty when all is well. */
  problems(value: unknown, where: string): string[];
}

export type ValueOf<K> = K extends Kind<infer T> ? T : never;

/** A kind whose values are right or wrong as a whole. */
function plain<T>(parts: {
  expected: string;
  schema: JSONSchema4;
  type: string;
  accepts: (value: unknown) => boolean;
}): Kind<T> {
  return {
    ...parts,
    accepts: (value): value is T => parts.accepts(value),
    problems: (value, where) =>
      parts.accepts(value) ? [] : [`${where}: expected ${parts.expected}, got ${got(value)}.`],
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Kind<T> {
  return plain({
    expected: `one of ${values.join(", ")}`,
    schema: { type: "string", enum: [...values] },
    type: values.map((value) => JSON.stringify(value)).join(" | "),
    accepts: (value) => (values as readonly unknown[]).includes(value),
  });
}

export function text(expected: string, accepts: (value: string) => boolean): Kind<string> {
  return plain({
    expected,
    schema: { type: "string" },
    type: "string",
    accepts: (value) => typeof value === "string" && accepts(value),
  });
}

export const flag: Kind<boolean> = plain({
  expected: "true or false",
  schema: { type: "boolean" },
  type: "boolean",
  accepts: (value) => typeof value === "boolean",
});

/** A list of strings; `schema` says what their list is like. */
export function list(
  expected: string,
  accepts: (value: string) => boolean,
  { schema, atLeast = 0 }: { schema: JSONSchema4; atLeast?: number },
): Kind<readonly string[]> {
  return plain({
    expected,
    schema: { type: "array", ...schema, ...(atLeast > 0 && { minItems: atLeast }) },
    type: "readonly string[]",
    accepts: (value) =>
      Array.isArray(value) &&
      value.length >= atLeast &&
      value.every((item) => typeof item === "string" && accepts(item)),
  });
}

/** An object with any keys, looked at by somebody else. */
export function object(expected: string): Kind<Readonly<Record<string, unknown>>> {
  return plain({ expected, schema: { type: "object" }, type: "Readonly<Record<string, unknown>>", accepts: isObject });
}

/** An object in which somebody else names what is wrong with the value of a key. */
export function record<T>(parts: {
  expected: string;
  value: { schema: JSONSchema4; type: string };
  problems(key: string, value: unknown, where: string): string[];
}): Kind<Readonly<Record<string, T>>> {
  const problems = (value: unknown, where: string) =>
    isObject(value)
      ? Object.entries(value).flatMap(([key, one]) => parts.problems(key, one, `${where}[${JSON.stringify(key)}]`))
      : [`${where}: expected ${parts.expected}, got ${got(value)}.`];
  return {
    expected: parts.expected,
    schema: { type: "object", additionalProperties: parts.value.schema },
    type: `Readonly<Record<string, ${parts.value.type}>>`,
    problems,
    accepts: (value): value is Readonly<Record<string, T>> => problems(value, "").length === 0,
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A value that makes no sense, as a message shows it. */
export function got(value: unknown): string {
  let shown;
  try {
    shown = JSON.stringify(value);
  } catch {
    // Cycles and bigints, which configurations in JavaScript can hold.
  }
  shown ??= String(value);
  return shown.length > 100 ? `${shown.slice(0, 100)}…` : shown;
}
