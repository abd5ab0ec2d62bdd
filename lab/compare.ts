import type { Expectations, Expected, Matcher, Observed, Value } from "./experiment.ts";

/** What does not agree, in words; empty when all does. A name on one side only is a disagreement too. */
export function disagreements(expected: Expectations, observed: Observed): string[] {
  const names = new Set([...Object.keys(expected), ...Object.keys(observed)]);
  return [...names].flatMap((name) => {
    const want = expected[name];
    const got = observed[name];
    if (want === undefined) return [`${name}: observed ${show(got)}, nothing expected`];
    if (got === undefined) return [`${name}: expected ${show(want)}, not observed`];
    return matches(want, got) ? [] : [`${name}: expected ${show(want)}, observed ${show(got)}`];
  });
}

export function matches(expected: Expected, value: Value): boolean {
  if (!isMatcher(expected)) return same(expected, value);
  if ("oneOf" in expected) return expected.oneOf.some((each) => same(each, value));
  if ("not" in expected) return !same(expected.not, value);
  if (typeof value !== "number") return false;
  if ("atLeast" in expected) return value >= expected.atLeast;
  if ("atMost" in expected) return value <= expected.atMost;
  return value >= expected.between[0] && value <= expected.between[1];
}

function isMatcher(expected: Expected): expected is Matcher {
  return typeof expected === "object" && expected !== null && !Array.isArray(expected);
}

function same(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export function show(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
