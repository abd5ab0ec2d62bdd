import type { Files } from "./files.ts";

/** Keeps what is made of the files for a path, for as long as none of their answers may differ. */
export function kept<T>(files: Pick<Files, "version">, make: (path: string) => T): (path: string) => T {
  let version = files.version();
  const known = new Map<string, T>();
  return (path) => {
    const now = files.version();
    if (now !== version) {
      version = now;
      known.clear();
    }
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = make(path)));
    return found;
  };
}
