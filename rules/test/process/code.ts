import { parseFile, type ParsedFile } from "../../../server/src/lint/parse.ts";
import type { Call, Node } from "../../src/analysis/ast.ts";
import { indexOf } from "../../src/analysis/source.ts";
import type { Runtime } from "../../src/catalogue/types.ts";
import { launchesOf, processOf, type Launch } from "../../src/process/index.ts";
import type { Site } from "../../src/sockets/site.ts";
import { sitesOf } from "../../src/sockets/collect.ts";

/** A file of code lines. */
export function file(text: string, filename = "src/server.ts"): ParsedFile {
  return parseFile(text, filename);
}

/** The launches of a text. */
export function launches(text: string, filename = "src/server.ts"): readonly Launch[] {
  return launchesOf(file(text, filename), filename);
}

/** What a text says of its process, and its first site of an operation. */
export function facts(text: string, runtime: Runtime = "node", op: Site["op"] = "listen") {
  const all = sitesOf(file(text));
  const site = all.sites.find((each) => each.op === op);
  if (!site) throw new Error(`no ${op} in the text`);
  return { process: processOf(all, "src/server.ts", runtime), site, all };
}

/** The call `here()`: the place that a test asks about. */
export function here(parsed: ParsedFile): Node {
  const call = indexOf(parsed).calls.find(
    (each: Call) => each.callee.type === "Identifier" && each.callee.name === "here",
  );
  if (!call) throw new Error("no here() in the text");
  return call;
}
