import type { FactId } from "./facts.ts";

type Verdict = "true" | "half true" | "false";

/** A claim that is often met, in our words, and what Linux does. */
export interface Claim {
  readonly claim: string;
  readonly verdict: Verdict;
  readonly because: string;
  /** What proves it. */
  readonly facts: readonly [FactId, ...FactId[]];
}

export interface Folklore {
  readonly title: string;
  readonly about: string;
  readonly claims: readonly Claim[];
}
