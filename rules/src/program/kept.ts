import type { Files } from "./files.ts";

/** Keeps what is made of the files for a path until their layout changes: nothing that rests on the text of code. */
export function kept<T>(files: Pick<Files, "layout">, make: (path: string) => T): (path: string) => T {
  let layout = files.layout();
  const known = new Map<string, T>();
  return (path) => {
    const now = files.layout();
    if (now !== layout) {
      layout = now;
      known.clear();
    }
    let found = known.get(path);
    if (found === undefined) known.set(path, (found = make(path)));
    return found;
  };
}
