import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { parseFile } from "../lint/parse.ts";
import { diskFiles } from "../../../rules/src/program/files.ts";
import type { Runs } from "../../../rules/src/runs/index.ts";
import { projectsOf } from "../../../rules/src/runs/projects.ts";
import { didYouMean, quoted } from "../nearest.ts";
import { UsageError } from "./options.ts";

/**
 * The files of the checkout around `cwd` that differ from where its branch left `ref`, as absolute paths: committed or
 * not, removed ones, and new ones that Git does not ignore.
 * @throws UsageError where there is no checkout or no such commit
 */
export async function changedSince(ref: string, cwd: string): Promise<ReadonlySet<string>> {
  const up = await git(cwd, ["rev-parse", "--show-cdup"]);
  if (up === null) throw new UsageError("--since: the working directory is not in a Git checkout, or there is no Git.");
  const commit = (await git(cwd, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`]))?.trim();
  if (commit === undefined || commit === "")
    throw new UsageError(`--since: no commit ${quoted(ref)}.${await near(ref, cwd)}`);
  const base = (await git(cwd, ["merge-base", commit, "HEAD"]))?.trim();
  if (base === undefined) throw new UsageError(`--since: ${quoted(ref)} and HEAD have no commit in common.`);
  const top = resolve(cwd, up.trim());
  const answers = await Promise.all([
    git(top, ["diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", base, "--"]),
    git(top, ["ls-files", "--others", "--exclude-standard", "-z"]),
  ]);
  if (answers.includes(null)) throw new UsageError(`--since: Git cannot say what has changed since ${quoted(ref)}.`);
  const names = answers.flatMap((each) => (each ?? "").split("\0")).filter((name) => name !== "");
  return new Set(names.map((name) => resolve(top, name)));
}

/** Tells which files have changed or depend on what has. `bases`: see `Selection`. */
export function dependingOn(
  changed: ReadonlySet<string>,
  cwd: string,
  bases: ReadonlyMap<string, string>,
): (path: string) => boolean {
  if (changed.size === 0) return () => false;
  const projects = projectsOf(parseFile, diskFiles({ once: true }));
  const known = new Map<Runs, (path: string) => boolean>();
  return (path) => {
    if (changed.has(path)) return true;
    const runs = projects.of(path, bases.get(path) ?? cwd);
    let isAffected = known.get(runs);
    if (!isAffected) known.set(runs, (isAffected = runs.affected(changed)));
    return isAffected(path);
  };
}

async function near(ref: string, cwd: string): Promise<string> {
  const names = (await git(cwd, ["for-each-ref", "--format=%(refname:short)"]))
    ?.split("\n")
    .filter((name) => name !== "");
  const hint = didYouMean(ref, names ?? []);
  return hint.startsWith("Did you mean") ? ` ${hint}` : "";
}

function git(cwd: string, args: readonly string[]): Promise<string | null> {
  // A hook that runs us has set these for another repository; and a repository that nobody trusts may name a program as its fsmonitor.
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, ...env } = process.env;
  return new Promise((done) => {
    execFile(
      "git",
      ["-c", "core.fsmonitor=false", ...args],
      { cwd, env: { ...env, LC_ALL: "C" }, maxBuffer: 1 << 30, windowsHide: true },
      (error, output) => done(error ? null : output),
    );
  });
}
