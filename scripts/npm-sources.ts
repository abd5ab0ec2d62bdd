import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Unpacks published packages, fixed versions such as `rxjs@7.8.2`, each into a folder of its own below `folder`/sources.
 * What is there already is not fetched again. `completed` is called once all are there; `recipe` says what it does.
 * @returns the directory that holds them
 */
export function npmSources(
  folder: string,
  packages: readonly string[],
  recipe = "",
  completed: (sources: string) => void = () => {},
): string {
  const sources = join(folder, "sources");
  const tarballs = join(folder, "tarballs");
  const done = join(folder, "holds.json");
  const wanted = JSON.stringify({ packages, recipe });
  if (existsSync(done) && readFileSync(done, "utf8") === wanted) return sources;
  for (const each of [sources, tarballs]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true });
  }
  console.log(`Fetching ${packages.length} packages…`);
  execFileSync("npm", ["pack", "--silent", "--pack-destination", tarballs, ...packages], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (const tarball of readdirSync(tarballs)) {
    const directory = join(sources, tarball.replace(/\.tgz$/, ""));
    mkdirSync(directory);
    // Some archives hold headers that tar has never heard of, and says so for every file.
    execFileSync("tar", ["-xzf", join(tarballs, tarball), "-C", directory, "--strip-components=1"], {
      stdio: ["ignore", "ignore", "ignore"],
    });
  }
  completed(sources);
  writeFileSync(done, wanted);
  return sources;
}
