/** A part of a page that the generator writes; everything outside such parts is written by hand. */
const SECTION = /<!-- generated: ([\w-]+) -->\n[\s\S]*?<!-- \/generated -->/g;

/** The names of the generated parts of a page, in order. */
export function sectionNames(page: string): string[] {
  return [...page.matchAll(SECTION)].map((match) => match[1] as string);
}

/**
 * Fills the generated parts of a page; `contentOf` gets the name of a part.
 * @throws Error for a part that nobody knows.
 */
export function fillSections(page: string, contentOf: (name: string) => string | undefined): string {
  return page.replace(SECTION, (_, name: string) => {
    const content = contentOf(name);
    if (content === undefined) throw new Error(`Nothing generates a part named "${name}".`);
    return section(name, content);
  });
}

export function section(name: string, content = ""): string {
  return `<!-- generated: ${name} -->\n${content.trim()}\n<!-- /generated -->`;
}

/** A Markdown table; bars in cells are escaped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
