import type { FactId } from "../rules/src/kernel/facts.ts";
import type { Lab } from "./lab.ts";
import type { Control } from "./control.ts";
import type { Host } from "./control.ts";

export type Value = string | number | boolean | null | readonly Value[];

/** Where one value would claim more than the kernel promises: shares of a hash, counts that depend on timing. */
export type Matcher =
  | { readonly atLeast: number }
  | { readonly atMost: number }
  | { readonly between: readonly [number, number] }
  | { readonly oneOf: readonly Value[] }
  | { readonly not: Value };

export type Expected = Value | Matcher;

/** What one run saw, by the name of what was looked at. */
export type Observed = Readonly<Record<string, Value>>;
export type Expectations = Readonly<Record<string, Expected>>;
export type Need = "other users" | "IPv6" | "bun" | "deno" | "express" | "undici";
/** Either the control, or why there is nothing to remove. */
type Controlled =
  { readonly control: Control; readonly noControl?: never } | { readonly noControl: string; readonly control?: never };

/** One fact's proof: what to do, and beside it, as data, what must be seen. */
export type Experiment = Proof & Controlled;

interface Proof {
  readonly fact: FactId;
  /** What the machine must offer; the experiment is not run without it. */
  readonly needs?: readonly Need[];
  /** `node`: the fact is about Node.js itself, so every Node.js at hand is tried. */
  readonly about?: "node";
  /** Says why this Node.js cannot run it, or null. */
  readonly notOn?: (host: Host) => string | null;
  readonly expect: Expectations | ((host: Host) => Expectations);
  readonly run: (lab: Lab) => Promise<Observed> | Observed;
}

export function expectationsOf(experiment: Experiment, host: Host): Expectations {
  return typeof experiment.expect === "function" ? experiment.expect(host) : experiment.expect;
}
