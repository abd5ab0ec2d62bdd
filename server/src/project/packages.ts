import { dirname, join } from "node:path";
import { manifestAt } from "../../../rules/src/program/deno-settings.ts";
import type { PackageFile } from "../../../rules/src/program/package-file.ts";
import { readPackageFile } from "../../../rules/src/program/package-json.ts";

interface Entry {
  at: number;
  file: PackageFile | null;
}

/** How long a package.json that was read is good for, in milliseconds, with clients that do not report changed files. */
const FRESH = 2000;

/** The package.json files of the workspace, read when somebody asks. */
export class Packages {
  #read = new Map<string, Entry>();

  forget(): void {
    this.#read.clear();
  }

  /** The nearest package.json above a file, with the key `portreuse` of the nearest manifest that has it. */
  nearest(file: string): PackageFile | null {
    const directory = dirname(file);
    return manifestAt(directory, this.#at(directory), () =>
      dirname(directory) === directory ? null : this.nearest(directory),
    );
  }

  /** The nearest directory, at most up to `root`, whose package.json lists a package as a dependency of any kind. */
  directoryListing(name: string, file: string, root: string): string | null {
    for (const directory of upwards(dirname(file))) {
      const pkg = this.#at(directory)?.package as Record<string, unknown> | undefined;
      const lists = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"].some((kind) => {
        const listed = pkg?.[kind];
        return typeof listed === "object" && listed !== null && name in listed;
      });
      if (lists) return directory;
      if (directory === root) return null;
    }
    return null;
  }

  #at(directory: string): PackageFile | null {
    const known = this.#read.get(directory);
    if (known && Date.now() - known.at < FRESH) return known.file;
    const found = readPackageFile(join(directory, "package.json"));
    this.#read.set(directory, { at: Date.now(), file: found });
    return found;
  }
}

function* upwards(directory: string): Generator<string> {
  for (let at = directory; ; at = dirname(at)) {
    yield at;
    if (dirname(at) === at) return;
  }
}
