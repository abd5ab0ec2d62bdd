import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { portMap, type PortMap } from "../map/model.ts";
import { colourOf } from "./arguments.ts";
import { problemOf, skippedGenerated } from "./check-selection.ts";
import { hasColour } from "./colour.ts";
import { candidatesIn } from "./first-look.ts";
import { shown, shownFirst } from "./formats/words.ts";
import { COMMON, oneWord, orProblem, readOptions } from "./options.ts";
import { progressOn } from "./progress.ts";
import { select } from "./selection.ts";
import { complain, say, type Output, type Streams } from "./streams.ts";

const FORMATS = ["table", "json", "markdown"] as const;

const OPTIONS = {
  format: { type: "string", short: "f", takes: `a name: ${FORMATS.join(", ")}` },
  "include-generated": { type: "boolean" },
  ...COMMON,
} as const;

/**
 * `portreuse ports [paths…]`: lists what the code opens.
 * `wrong`: see `main`.
 * @returns 0 listed, whatever conflicts there are; 2 wrong settings, or something could not be read
 */
export async function portsCommand(
  args: readonly string[],
  streams: Streams,
  cwd: string,
  wrong: string[],
): Promise<number> {
  const { values, positionals } = readOptions(args, OPTIONS, "ports", wrong);
  const format = orProblem(() => oneWord("format", values.format ?? "table", FORMATS), wrong) ?? "table";
  const paths = positionals.length > 0 ? positionals : ["."];
  const [selection, { mapFiles }] = await Promise.all([select(paths, null, cwd), import("./map-files.ts")]);
  const { files, named, bases, other } = selection;
  const progress = progressOn(streams.err, files.length);
  const wanted = (path: string) => values["include-generated"] === true || named.has(path);
  const { candidates, skipped: passed } = candidatesIn(files, wanted, progress.step);
  const found = mapFiles(candidates, { cwd, bases }, (done) => progress.step(files.length - candidates.length + done));
  progress.clear();
  const skipped = [...passed, ...found.skipped];
  const map = portMap(found.listens, files.length - skipped.length);
  // Of paths that are not there nothing is known.
  if (format !== "table" || files.length > 0 || selection.problems.length === 0)
    say(streams, await render(map, format, streams.out, colourOf(values), cwd));
  const generated = skipped.filter((each) => each.why === "generated").map((each) => shown(each.path, cwd));
  const notes = [
    ...other.map((path) => `${path} is neither JavaScript nor TypeScript; it was not looked at.`),
    ...found.notes,
    ...(generated.length > 0 ? [skippedGenerated(generated)] : []),
  ];
  const problems = [
    ...selection.problems,
    ...skipped.flatMap((each) => problemOf(each, cwd)),
    ...found.unparsed,
    ...found.settings,
  ];
  for (const line of [...notes, ...problems]) complain(streams, shownFirst(line, cwd));
  return problems.length > 0 ? 2 : 0;
}

async function render(
  map: PortMap,
  format: (typeof FORMATS)[number],
  out: Output,
  colour: boolean | null,
  cwd: string,
): Promise<string> {
  const below = (path: string) => shown(path, cwd).replaceAll("\\", "/");
  if (format === "json") return (await import("./formats/ports-json.ts")).portsJson(map, below);
  if (format === "markdown") {
    const { linkPath, mapPage, withoutBrackets } = await import("../map/markdown.ts");
    return mapPage(map, {
      shown: below,
      // As GitHub and editors take it.
      link: ({ path, line }) =>
        `${isAbsolute(below(path)) ? withoutBrackets(pathToFileURL(path).href) : linkPath(below(path))}#L${line}`,
    });
  }
  const { portsTable } = await import("./formats/ports-table.ts");
  return portsTable(map, { shown: below, colour: hasColour(out, colour), columns: out.columns ?? 100 });
}
