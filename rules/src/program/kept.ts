import type { Files } from "./files.ts";

/** Keeps what is made of the files for a path, or for what a path leads to, until their layout changes: nothing that rests on the text of code. */
export function kept<T, Key = string>(files: Pick<Files, "layout">, make: (key: Key) => T): (key: Key) => T {
  let layout = files.layout();
  const known = new Map<Key, T>();
  return (key) => {
    const now = files.layout();
    if (now !== layout) {
      layout = now;
      known.clear();
    }
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = make(key)));
    return found;
  };
}

/** Keeps what is made of a file's text for as long as the text is the same; null where there is no text. */
export function madeOf<T>(files: Files, make: (text: string, path: string) => T): (path: string) => T | null {
  const made = new Map<string, { text: string; value: T }>();
  return (path) => {
    const text = files.read(path);
    if (text === null) {
      made.delete(path);
      return null;
    }
    let known = made.get(path);
    if (!known || known.text !== text) made.set(path, (known = { text, value: make(text, path) }));
    return known.value;
  };
}
