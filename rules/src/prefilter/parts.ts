import { catalogue } from "../catalogue/index.ts";
import type { Package } from "../catalogue/types.ts";

/** Makes expressions once for each set of packages; apart from tests there is one set. */
export function perPackages<T>(make: (packages: readonly Package[]) => T): () => T {
  const made = new WeakMap<readonly Package[], { value: T }>();
  return () => {
    const { packages } = catalogue();
    let found = made.get(packages);
    if (!found) made.set(packages, (found = { value: make(packages) }));
    return found.value;
  };
}

/** The triggers of one kind, without the mark of that kind: see Package.triggers. */
export function named(triggers: readonly string[], mark: string): string[] {
  const own = triggers.filter((each) => (/^[.="]/.exec(each)?.[0] ?? "") === mark);
  return own.map((each) =>
    each
      .replace(/^[.="]|"$/g, "")
      .replace(/[*+?^${}()|[\]\\]/g, "\\$&")
      .replace(".", "\\s*\\??\\.\\s*"),
  );
}

export function member(name: string): string {
  return `\\.\\s*#?${name}\\b`;
}

/** What stands behind a name that is not set there to anything that a socket takes: a type, a description, nothing. */
const UNSET =
  "\\s*\\?\\s*:|\\s*:[\\w$.<>|\\[\\] ]{1,99};|\\s*:\\s*(?:[{[]|(?:true|false|null|undefined|string|number)\\b)|[\"'`]\\s*[,)]";

/**
 * Anything but a look at a property, and what sets nothing: a key, a shorthand, an assignment of any kind, or a comment
 * where one may follow. What stands before the name is looked at last: no run of spaces is read twice.
 */
export function written(name: string): string {
  return `\\b${name}\\b(?!${UNSET})(?<!\\.\\s*${name})|\\.\\s*${name}\\s*(?:/\\*|(?:!\\s*)?(?:\\?\\?|\\|\\||&&)?=(?!=))`;
}

/** What may stand in front of a module's name: `require`, however it is called, is a function. */
const ANY_LOAD = "\\bfrom|\\bimport|(?:(?<![.\\w$])[\\w$]+|\\brequire|\\bgetBuiltinModule|\\))\\s*\\(";
const PLAIN_LOAD = "\\bfrom|\\bimport|\\b\\w*[rR]equire\\w*\\s*\\(|\\bgetBuiltinModule\\s*\\(|\\bimport\\s*\\(";

/**
 * A module's name after `from` or `import`, or given to a function, and not to a method as in `protocol.startsWith("ws")`.
 * What stands before the name is looked at last, for names are rarer than calls.
 */
export function imported(modules: readonly string[]): string {
  return loaded(modules, ANY_LOAD);
}

/** The same where `require` has its own name: names like "connect" are given to all kinds of functions. */
export function importedPlainly(modules: readonly string[]): string {
  return loaded(modules, PLAIN_LOAD);
}

/** A module's name in quotes, wherever it stands. */
export function quoted(modules: readonly string[]): string {
  return `["'\`](?:node:)?(?:${modules.join("|")})["'\`]`;
}

function loaded(modules: readonly string[], by: string): string {
  const before = `(?:${by})\\s*(?:/\\*[^*]*\\*/\\s*)*`;
  return `${quoted(modules)}(?<=${before}["'\`][^"'\`]*["'\`])`;
}
