// A copy of the tree for mutants, so that the one somebody works in stays as it is.
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { dirname, sep } from "node:path";

/** Packages are linked one by one: those of the workspaces have to be the copies. */
function linkPackages(from, to, inWorkspaces) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (name.startsWith(".")) continue;
    const real = realpathSync(from + name);
    const workspace = inWorkspaces(real);
    symlinkSync(workspace ?? real, to + name);
  }
}

/** Both folders end in a slash; `files` are paths relative to them. Gives the copy's folder. */
export function copyTree(root, copy, files) {
  rmSync(copy, { recursive: true, force: true });
  for (const file of files) {
    if (!existsSync(root + file)) continue;
    mkdirSync(dirname(copy + file), { recursive: true });
    cpSync(root + file, copy + file, { verbatimSymlinks: true });
  }
  const real = realpathSync(root);
  const inWorkspaces = (path) =>
    path.startsWith(real) && !path.includes(`${sep}node_modules${sep}`)
      ? copy + path.slice(real.length + 1)
      : undefined;
  for (const place of ["", "rules/", "server/", "client/", "lab/"])
    if (existsSync(`${root}${place}node_modules`))
      linkPackages(`${root}${place}node_modules/`, `${copy}${place}node_modules/`, inWorkspaces);
  // What runtimes do is traced, where they have been brought.
  if (existsSync(`${root}.cache/runtimes`)) {
    mkdirSync(`${copy}.cache`);
    symlinkSync(`${real}${sep}.cache/runtimes`, `${copy}.cache/runtimes`);
  }
  return copy;
}
