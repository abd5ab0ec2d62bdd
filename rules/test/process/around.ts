import { parseFile } from "../../../server/src/lint/parse.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { processOf } from "../../src/process/index.ts";
import type { Run } from "../../src/process/run.ts";
import type { Surroundings } from "../../src/process/surroundings.ts";
import { sitesOf } from "../../src/sockets/collect.ts";
import { withServedExport } from "../../src/sockets/served-exports.ts";
import type { CallSite } from "../../src/sockets/site.ts";
import { environment } from "../sockets/sites.ts";

interface What {
  runtime?: Runtime;
  /** The version of Node.js. */
  node?: string;
  platforms?: readonly string[];
  runs?: readonly Run[];
  /** Bun serves the default export of the file: it is the one that is run. */
  serves?: boolean;
}

/** What is known around the sites of a text that is a program by itself. */
export function surroundings(
  text: string,
  { runtime = "node", node, platforms, runs = [], serves = false }: What = {},
): Surroundings {
  const own = sitesOf(parseFile(text, "a.mjs"));
  const known = environment(runtime, node ?? null);
  const sites = serves ? withServedExport(own, known, () => true) : own;
  return {
    sites,
    process: processOf(sites, "a.mjs", runtime),
    environment: platforms ? ({ ...known, platforms: { value: platforms, by: "a test" } } as typeof known) : known,
    runs: () => runs,
    companions: () => [],
  };
}

/** The listens of a text, in source order. */
export function listensOf({ sites }: Surroundings): CallSite[] {
  return sites.sites.filter((each): each is CallSite => each.kind !== "raw" && each.op === "listen");
}

/** A launch of many processes that is proven and sets no variable, unless it is said otherwise. */
export function run(what: Partial<Run> = {}): Run {
  return {
    kind: "process",
    count: "many",
    certainty: "proven",
    environment: [],
    entry: "/a.mjs",
    where: { file: "/main.mjs", range: [0, 1] },
    text: () => null,
    ...what,
  };
}
