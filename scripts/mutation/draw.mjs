// Stryker's instrumenter names the mutants of the code and puts some of them into it, each behind a switch.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";

const options = { excludedMutations: [], ignorers: [], plugins: null, noHeader: false };

async function instrument(instrumenter, files) {
  const silent = () => {};
  const logger = { debug: silent, info: silent, warn: silent, isDebugEnabled: () => false };
  return new instrumenter.Instrumenter(logger).instrument(files, options);
}

/** What a mutant is, whichever run has numbered it; lines and columns count from 1 and 0, like those of a compiler's message. */
function keyOf({ fileName, location: { start, end }, mutatorName, replacement }, root) {
  const place = `${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
  return `${fileName.slice(root.length)}:${place} ${mutatorName} ${replacement}`;
}

/**
 * Draws mutants of `paths` and writes the files back with nothing but these in them.
 * @param {{ root: string, paths: string[], seed: string, size: number, only?: Set<string> }} what
 *   `root` ends in a slash, `paths` are relative to it; `only`: keys to take instead of a lot
 * @returns the number of all mutants, and those drawn, in the order of their lots: the first of them are a sample too
 */
export async function draw(instrumenter, { root, paths, seed, size, only }) {
  const files = paths.map((path) => ({ name: root + path, content: readFileSync(root + path, "utf8"), mutate: true }));
  const all = (await instrument(instrumenter, files)).mutants.map((mutant) => ({
    ...mutant,
    key: keyOf(mutant, root),
  }));
  const lot = ({ key }) => createHash("sha256").update(`${seed} ${key}`).digest("hex");
  const drawn = only
    ? all.filter(({ key }) => only.has(key))
    : all
        .map((mutant) => ({ ...mutant, lot: lot(mutant) }))
        .sort((a, b) => (a.lot < b.lot ? -1 : 1))
        .slice(0, size);
  const wanted = new Map(drawn.map((mutant, order) => [mutant.key, order]));

  // Few switches keep the code nearly as fast as it is. A range takes in whatever lies within it: what was not drawn is never switched on.
  const ranges = Map.groupBy ? Map.groupBy(drawn, ({ fileName }) => fileName) : grouped(drawn);
  const touched = files
    .filter(({ name }) => ranges.has(name))
    .map((file) => ({ ...file, mutate: ranges.get(file.name).map(({ location }) => location) }));
  const placed = await instrument(instrumenter, touched);
  for (const { name, content } of placed.files) writeFileSync(name, content);
  const texts = new Map(files.map(({ name, content }) => [name, content]));
  const mutants = placed.mutants
    .map((mutant) => ({ ...mutant, key: keyOf(mutant, root) }))
    .filter(({ key }) => wanted.has(key))
    .map((mutant) => ({ ...mutant, file: mutant.fileName.slice(root.length), text: texts.get(mutant.fileName) }))
    .sort((a, b) => wanted.get(a.key) - wanted.get(b.key));
  return { total: all.length, mutants };
}

/** Node.js 20 has no `Map.groupBy`. */
function grouped(mutants) {
  const groups = new Map();
  for (const mutant of mutants) groups.set(mutant.fileName, [...(groups.get(mutant.fileName) ?? []), mutant]);
  return groups;
}
