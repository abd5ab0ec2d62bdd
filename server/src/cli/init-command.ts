import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { PackageFile } from "../../../rules/src/program/package-file.ts";
import { nearestPackageFile } from "../../../rules/src/program/package-json.ts";
import { textOrNull } from "../project/read-text.ts";
import { reasonOf } from "../../../rules/src/program/read-file.ts";
import { printableLines } from "../../../rules/src/printable.ts";
import { shown, shownFirst } from "./formats/words.ts";
import { codeEvidence } from "./init/code.ts";
import { evidenceOf, type Evidence } from "./init/evidence.ts";
import { setKey } from "./init/set-key.ts";
import { COMMON, readOptions, UsageError } from "./options.ts";
import { say, type Streams } from "./streams.ts";

const OPTIONS = { force: { type: "boolean" }, ...COMMON } as const;

/**
 * `portreuse init`: writes what is found out about a project into its package.json, and says why.
 * @returns 0 written, or nothing was found out
 * @throws UsageError where it cannot be written
 */
export async function initCommand(args: readonly string[], streams: Streams, cwd: string): Promise<number> {
  const wrong: string[] = [];
  const { values, positionals } = readOptions(args, OPTIONS, "init", wrong);
  if (wrong.length > 0) throw new UsageError([...wrong, "Nothing was written."].join("\n"));
  if (positionals.length > 1) throw new UsageError(`init takes one directory, not ${positionals.length}.`);
  const folder = resolve(cwd, positionals[0] ?? ".");
  const isDirectory = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  if (isDirectory === undefined) throw new UsageError(`no such directory: ${positionals[0]}`);
  if (!isDirectory) throw new UsageError(`init takes a directory, and ${positionals[0]} is a file.`);
  const file = nearestPackageFile(join(folder, "package.json"));
  if (!file) throw new UsageError(`There is no package.json or deno.json in ${folder} or above; npm init makes one.`);
  if (file.problem !== null) throw new UsageError(shownFirst(file.problem, cwd));
  const { path, old } = ownKey(file);
  const name = shown(path, cwd);
  if (file.package.portreuse !== undefined && values.force !== true)
    throw new UsageError(
      old === undefined
        ? `The key "portreuse" of ${shown(file.settingsPath ?? path, cwd)} counts here already; --force writes one into ${name}.`
        : `${name} has the key "portreuse" already; --force replaces what init finds out.`,
    );

  const around = dirname(path);
  const evidence = evidenceOf(
    { package: file.package, names: namesIn(around), text: (each) => textOrNull(join(around, each)) },
    await codeEvidence(around, file.package),
  );
  const found = evidence.filter((each) => each.value !== null);
  if (found.length === 0)
    return say(
      streams,
      printableLines(`Nothing was found out that has to be written; ${name} stays as it is.\n${reasons(evidence)}`),
    );
  const kept = typeof old === "object" && old !== null && !Array.isArray(old) ? old : {};
  write(path, name, { ...kept, ...Object.fromEntries(found.map((each) => [each.name, each.value])) });
  return say(streams, printableLines(`Wrote the key "portreuse" into ${name}.\n${reasons(evidence)}`));
}

/** Where the key of the directory belongs, and what stands there: both files lie above, so the longer path is the nearer one. */
function ownKey({ path, settingsPath = path, package: { portreuse } }: PackageFile): { path: string; old: unknown } {
  const isFurtherUp = dirname(settingsPath).length < dirname(path).length;
  return isFurtherUp ? { path, old: undefined } : { path: settingsPath, old: portreuse };
}

/** A line for each setting: what was written, and why. */
function reasons(evidence: readonly Evidence[]): string {
  const width = Math.max(...evidence.map(({ name }) => name.length));
  return evidence
    .map(
      ({ name, value, why }) =>
        `  ${name.padEnd(width)}  ${value === null ? "not written" : JSON.stringify(value)}: ${why}.\n`,
    )
    .join("");
}

/** Sets the key; indentation, line ends and the end of the file stay as they are. @throws UsageError */
function write(path: string, name: string, value: object): void {
  try {
    const text = readFileSync(path, "utf8");
    const mark = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    writeFileSync(path, mark + setKey(text.slice(mark.length), "portreuse", value));
  } catch (error) {
    throw new UsageError(`cannot write ${name}: ${reasonOf(error)}.`);
  }
}

function namesIn(folder: string): string[] {
  return readdirSync(folder).sort();
}
