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

/**
 * Anything but a look at a property: a key, a shorthand, an assignment of any kind. A property of a type, `name?: string`
 * or `name: string;`, and a string in a list set nothing.
 */
export function written(name: string): string {
  const unset = `\\s*\\?\\s*:|\\s*:[\\w$.<>|\\[\\] ]{1,99};|["'\`]\\s*[,)]`;
  return `(?<!\\.\\s*)\\b${name}\\b(?!${unset})|\\.\\s*${name}\\s*(?:/\\*.*?\\*/\\s*)?!?\\s*(?:\\?\\?|\\|\\||&&)?=(?!=)`;
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
