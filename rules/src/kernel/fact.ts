/** The headings under which facts are grouped, in the order in which pages show them. */
export const groups = {
  restart: "Restart and TIME_WAIT",
  listening: "Listening",
  "reuseport-groups": "Reuseport groups",
  "ephemeral-ports": "Ephemeral ports",
  udp: "UDP",
  runtimes: "Runtimes",
  platforms: "Platforms",
} as const;

export type Group = keyof typeof groups;

/** One sentence about a kernel or a runtime that the product may say, with what stands behind it. */
export interface Fact<Id extends string = string> {
  readonly id: Id;
  readonly group: Group;
  /** Short enough for a heading; no full stop. */
  readonly title: string;
  /** One sentence. */
  readonly summary: string;
  /** Two to five sentences: the mechanism, the conditions, what to do. */
  readonly detail: string;
  /** The first version that behaves so, where it is known. */
  readonly since?: string;
  /** The version of a runtime that it was seen on, where another one may behave otherwise. */
  readonly seenOn?: string;
  /** Parts of the text, word for word, that no experiment shows: they were read in the sources. */
  readonly read?: readonly string[];
  /** `process.platform` names for which the sentence is made. */
  readonly platforms: readonly string[];
  /** Man pages, RFCs, commits, or a source file with its version. */
  readonly sources: readonly string[];
  /** Name of the file in the lab's experiments that proves it; null only together with `fromSource`. */
  readonly experiment: string | null;
  /** Read in a source, not run: about systems that the lab cannot boot. */
  readonly fromSource?: true;
  /** How kernels differ, where they do. */
  readonly kernels?: string;
}

export type FactText = Omit<Fact, "id" | "group" | "platforms"> & { readonly platforms?: readonly string[] };

/** Turns rows keyed by id into facts of one group; the keys become the type of their ids. */
export function factsOf<const Id extends string>(
  group: Group,
  platforms: readonly string[],
  rows: Readonly<Record<Id, FactText>>,
): readonly Fact<Id>[] {
  return (Object.keys(rows) as Id[]).map((id) => ({ platforms, ...(rows[id] as FactText), id, group }));
}

export const linux = ["linux"] as const;
export const unix = ["aix", "android", "darwin", "freebsd", "linux", "openbsd", "sunos"] as const;
export const everywhere = [...unix, "win32"] as const;
