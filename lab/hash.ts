/**
 * One hash for each experiment, over its own code and nothing else: the experiment cut out of its file, bundled with
 * what it uses of the lab's helpers, without white space. Formatting, comments, types, other experiments and controls do not
 * matter. A result recorded with another hash came from another experiment.
 */
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import ts from "typescript";
import { files } from "./experiments/index.ts";

export type Hashes = Readonly<Record<string, string>>;

const folder = join(import.meta.dirname, "experiments");

let known: Promise<Hashes> | undefined;

/** The hash of every experiment, by fact; worked out once in a process, as it has loaded the experiments once. */
export function experimentHashes(): Promise<Hashes> {
  return (known ??= hashAll());
}

async function hashAll(): Promise<Hashes> {
  const hashes = await Promise.all(
    Object.entries(files).flatMap(([file, experiments]) => {
      const path = join(folder, `${file}.ts`);
      const text = readFileSync(path, "utf8");
      return experiments.map(async ({ fact }) => [fact, hashOf(await codeOf(path, text, fact))] as const);
    }),
  );
  return Object.fromEntries(hashes);
}

/**
 * The minified code that one experiment consists of.
 * @param path of the file that has it
 * @param text of that file
 */
export async function codeOf(path: string, text: string, fact: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `${only(text, fact)}\nglobalThis.run = experiments;`, loader: "ts", resolveDir: dirname(path) },
    bundle: true,
    // Not the names: which short ones a minifier chooses depends on code that is not in the bundle, types among it.
    minifyWhitespace: true,
    minifySyntax: true,
    write: false,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

function hashOf(code: string): string {
  return createHash("sha256").update(code).digest("hex").slice(0, 16);
}

let last: ts.SourceFile | undefined;

/** A file of experiments is asked for once for each of them. */
function parsed(text: string): ts.SourceFile {
  if (last?.text !== text) last = ts.createSourceFile("experiments.ts", text, ts.ScriptTarget.Latest);
  return last;
}

/** A file of experiments with all but one cut out, and that one without its control. */
function only(text: string, fact: string): string {
  const source = parsed(text);
  const list = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find(({ name }) => ts.isIdentifier(name) && name.text === "experiments")?.initializer;
  if (list === undefined || !ts.isArrayLiteralExpression(list)) throw new Error("no list of experiments");
  const own = list.elements.filter(ts.isObjectLiteralExpression).find(({ properties }) => factOf(properties) === fact);
  if (own === undefined) throw new Error(`no experiment for ${fact} in the list`);
  const kept = own.properties.filter(({ name }) => !["control", "noControl"].includes(name?.getText(source) ?? ""));
  const experiment = kept.map((property) => property.getText(source)).join(",\n");
  const before = text.slice(0, list.getStart(source)).replace(/export (?=const experiments\b)/, "");
  return `${before}[{${experiment}}]${text.slice(list.end)}`;
}

function factOf(properties: ts.NodeArray<ts.ObjectLiteralElementLike>): string | null {
  for (const property of properties)
    if (
      ts.isPropertyAssignment(property) &&
      ts.isIdentifier(property.name) &&
      property.name.text === "fact" &&
      ts.isStringLiteral(property.initializer)
    )
      return property.initializer.text;
  return null;
}
