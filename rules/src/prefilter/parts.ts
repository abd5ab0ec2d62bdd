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

/** Anything but a look at a property, and what sets nothing: a key, a shorthand, an assignment of any kind. */
export function written(name: string): string {
  return `(?<!\\.\\s*)\\b${name}\\b(?!${UNSET})|\\.\\s*${name}\\s*(?:/\\*.*?\\*/\\s*)?!?\\s*(?:\\?\\?|\\|\\||&&)?=(?!=)`;
}

/**
 * A module's name after `from` or `import`, or given to a function: `require`, however it is called, is one, and a method as in
 * `protocol.startsWith("ws")` is none. What stands before the name is looked at last, for names are rarer than calls.
 */
export function imported(modules: readonly string[]): string {
  const before =
    "(?:\\bfrom|\\bimport|(?:(?<![.\\w$])[\\w$]+|\\brequire|\\bgetBuiltinModule|\\))\\s*\\()\\s*(?:/\\*.*?\\*/\\s*)*";
  return `["'\`](?:node:)?(?:${modules.join("|")})["'\`](?<=${before}["'\`][^"'\`]*["'\`])`;
}
