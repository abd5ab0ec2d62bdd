import type { RuleContext } from "../../../rules/src/rule.ts";
import type { Range } from "../../../rules/src/analysis/ast.ts";
import { startRuns, type Start as OwnStart } from "../../../rules/src/process/starts.ts";
import type { Run } from "../../../rules/src/process/run.ts";
import type { Site } from "../../../rules/src/sockets/site.ts";
import type { At, Start } from "./model.ts";

/**
 * What starts the program of a site: the launches in its own file, and `runs`, the launches elsewhere. The proven ones first.
 * `filename`: of the site, absolute.
 */
export function startsOf(
  site: Site,
  runs: readonly Run[],
  { process, file }: RuleContext<object>,
  filename: string,
): Start[] {
  const own = process.starts.flatMap((start) => {
    const answer = startRuns(start, site);
    // What tells the two sides apart may be anything: the rules have a verdict of their own on that.
    const proven = answer === "yes" ? start.launch.always : process.workerSide(site) === start.kind;
    return answer === "no" ? [] : [ownStart(start, proven, file.text, filename)];
  });
  const all = [...own, ...runs.map(fromElsewhere)];
  // A single process that may come here starts those that do.
  const telling = all.filter(({ proven, count }) => proven || count !== 1);
  const shown = telling.length > 0 ? telling : all;
  const sorted = [...shown.filter((each) => each.proven), ...shown.filter((each) => !each.proven)];
  const seen = new Set<string>();
  return sorted.filter(({ kind, at, entry }) => {
    // Two launches on one line of a script are one start for whoever reads of it.
    const key = [kind, at?.path, at?.line, entry].join("\0");
    return !seen.has(key) && seen.add(key);
  });
}

function ownStart({ launch: { kind, count, node } }: OwnStart, proven: boolean, text: string, filename: string): Start {
  return { kind, count, proven, entry: filename, at: placeIn(filename, text, node.range) };
}

function fromElsewhere({ kind, count, certainty, entry, where, text }: Run): Start {
  const content = text();
  // What a host's settings state is written in none of the project's files.
  const isStated = where.file === entry && where.range[1] === 0;
  return {
    kind,
    count,
    proven: certainty === "proven",
    entry,
    at: isStated ? null : placeIn(where.file, content ?? "", where.range),
  };
}

export function placeIn(path: string, text: string, [start]: Range): At {
  const before = text.slice(0, start);
  return { path, line: before.split("\n").length, column: start - before.lastIndexOf("\n") };
}
