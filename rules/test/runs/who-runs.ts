import assert from "node:assert/strict";
import type { GivenLaunches } from "../../src/runs/index.ts";
import type { Run } from "../../src/process/run.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { HOME, moduleIn, type Sources } from "./project.ts";

/** Who runs the listen of "server.js": what starts one plain process too, unless `only` is "others". */
export function runsOfListen(sources: Sources, stated: GivenLaunches | null = null, only?: "others"): readonly Run[] {
  const { file, runs } = moduleIn(sources, "server.js");
  const site = sitesOf(file).sites.find(({ op }) => op === "listen");
  assert.ok(site, "a listen");
  return runs[only ? "of" : "every"](`${HOME}server.js`, site, stated);
}

/** The same in short: "cluster 2 main.js", with a "?" where it is not certain. */
export function runs(sources: Sources, stated: GivenLaunches | null = null, only?: "others"): string {
  return runsOfListen(sources, stated, only)
    .map(({ kind, count, entry, certainty, environment }) =>
      [
        `${kind} ${count} ${entry.slice(HOME.length)}${certainty === "proven" ? "" : "?"}`,
        ...(environment ?? [{ name: "any", varies: true }]).map(({ name, varies }) => `${name}${varies ? "*" : ""}`),
      ].join(" "),
    )
    .join(", ");
}

export function table(
  title: string,
  rows: readonly (readonly [what: string, sources: Sources, expected: string])[],
): void {
  describe(title, () => {
    for (const [what, sources, expected] of rows) it(what, () => assert.equal(runs(sources), expected));
  });
}
