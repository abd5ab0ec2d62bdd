import { isSet } from "../../../../rules/src/analysis/options.ts";
import { relative } from "node:path";
import { contextOf, isChecked } from "../../../../rules/src/lint.ts";
import { mayHaveSites } from "../../../../rules/src/prefilter.ts";
import type { PackageJson } from "../../../../rules/src/settings.ts";
import { isGenerated } from "../../../../rules/src/generated.ts";
import { ParseError, parseFile, positionAt } from "../../lint/parse.ts";
import { listFiles } from "../../project/files.ts";
import { readText } from "../../project/read-text.ts";
import type { CodeEvidence } from "./evidence.ts";

/** What the code below a folder says: what runs it, and whether its listens share their ports. */
export async function codeEvidence(folder: string, pkg: PackageJson): Promise<CodeEvidence> {
  const runtimes = new Map<string, string>();
  let shared: string | null = null;
  let single: string | null = null;
  let listens = false;
  // What is there to be replaced is not evidence.
  const { portreuse: _former, ...own } = pkg;
  const settings = { host: {}, hostName: "command line", package: own };
  for (const path of await listFiles(folder)) {
    const name = relative(folder, path).replaceAll("\\", "/");
    const { text } = readText(path);
    if (text === null || !isChecked(name, settings) || !mayHaveSites(text) || isGenerated(text)) continue;
    const file = parsed(text, name);
    if (!file) continue;
    const { sites, environment } = contextOf({ file, path: name, settings });
    for (const site of sites.sites) {
      if (site.kind !== "api" || site.op === "connect") continue;
      if (!runtimes.has(environment.runtime)) runtimes.set(environment.runtime, name);
      if (site.op !== "listen" || site.transport !== "tcp") continue;
      listens = true;
      const where = `${name}:${positionAt(file.lineStarts, site.name.range[0]).line}`;
      const option = site.option("reusePort");
      if (!isSet(option)) continue;
      // A value that is worked out is a guard, as for Linux.
      if (option.value === false) single ??= where;
      else shared ??= where;
    }
  }
  return { runtimes, listens, shared, single };
}

function parsed(text: string, name: string) {
  try {
    return parseFile(text, name);
  } catch (error) {
    if (error instanceof ParseError) return null;
    throw error;
  }
}
