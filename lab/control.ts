import type { OptionName } from "./constants.ts";
import type { Version } from "./versions.ts";

/**
 * The mechanism of a fact removed or changed. The lab plays the experiment's own run once more with it, in a namespace
 * of its own, and asks for another outcome: an experiment that comes out the same either way proves nothing.
 */
export interface Control {
  /** Socket options that are left out wherever the run sets them through the lab's system calls. */
  readonly without?: readonly OptionName[];
  /** Sysctls that keep this value, whatever the run sets. */
  readonly sysctls?: Readonly<Record<string, string | number>>;
  /** Every process stays the same user. */
  readonly oneUser?: true;
  /** What the run itself does differently then, in words: it asks {@link Lab.either}. */
  readonly changes?: string;
  /** Says why this host cannot show a difference, or null. */
  readonly notOn?: (host: Host) => string | null;
}

/** What the experiment runs on; expectations may depend on it. */
export interface Host {
  readonly kernel: Version;
  readonly node: Version;
}
