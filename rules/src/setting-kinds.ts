import type { JSONSchema4 } from "json-schema";
import { nearest } from "./nearest.ts";

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

/** A kind whose values are right or wrong as a whole. `meant`: the right value that a wrong one comes near to; null where none does. */
function plain<T>({
  meant = () => null,
  ...parts
}: {
  expected: string;
  schema: JSONSchema4;
  type: string;
  accepts: (value: unknown) => boolean;
  meant?: (value: unknown) => string | null;
}): Kind<T> {
  return {
    ...parts,
    accepts: (value): value is T => parts.accepts(value),
    problems(value, where) {
      if (parts.accepts(value)) return [];
      const right = meant(value);
      const hint = right === null ? "" : ` Did you mean ${right}?`;
      return [`${where}: expected ${parts.expected}, got ${got(value)}.${hint}`];
    },
  };
}

export function oneOf<const T extends string>(values: readonly T[]): Kind<T> {
  return plain({
    expected: `one of ${values.join(", ")}`,
    schema: { type: "string", enum: [...values] },
    type: values.map((value) => JSON.stringify(value)).join(" | "),
    accepts: (value) => (values as readonly unknown[]).includes(value),
    meant: (value) => (typeof value === "string" ? nearest(value, values) : null),
  });
}

export function text(expected: string, accepts: (value: string) => boolean): Kind<string> {
  return plain({
    expected,
    schema: { type: "string" },
    type: "string",
    accepts: (value) => typeof value === "string" && accepts(value),
    meant: (value) => (typeof value === "number" && accepts(String(value)) ? got(String(value)) : null),
  });
}

export const flag: Kind<boolean> = plain({
  expected: "true or false",
  schema: { type: "boolean" },
  type: "boolean",
  accepts: (value) => typeof value === "boolean",
  meant: (value) => (value === "true" || value === "false" ? value : null),
});

/** A list of strings; `schema` says what their list is like, `meant` which right string a wrong one comes near to. */
export function list(
  expected: string,
  accepts: (value: string) => boolean,
  { schema, atLeast = 0, meant }: { schema: JSONSchema4; atLeast?: number; meant?: (value: string) => string | null },
): Kind<readonly string[]> {
  const right = (item: unknown) => (typeof item !== "string" ? null : accepts(item) ? item : (meant?.(item) ?? null));
  return plain({
    expected,
    schema: { type: "array", ...schema, ...(atLeast > 0 && { minItems: atLeast }) },
    type: "readonly string[]",
    accepts: (value) =>
      Array.isArray(value) &&
      value.length >= atLeast &&
      value.every((item) => typeof item === "string" && accepts(item)),
    // A list with one entry may be written without its brackets elsewhere.
    meant(value) {
      const all: unknown[] = Array.isArray(value) ? value : [value];
      const items = all.map(right);
      return all.length < atLeast || items.length === 0 || items.includes(null) ? null : got(items);
    },
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
