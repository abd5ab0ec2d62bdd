import { posix } from "node:path";

/** Files of a package by their paths in it, with forward slashes; of those that are not Markdown the text does not count. */
export type PackageFiles = ReadonlyMap<string, string>;

/** Relative links and pictures in the Markdown of a package that lead to no file in it, or to no heading of a page: "page → target". */
export function deadLinks(files: PackageFiles): string[] {
  return [...files].flatMap(([path, text]) =>
    path.endsWith(".md")
      ? targetsIn(text)
          .filter((target) => !/^(?:[a-z]+:|\/\/)/i.test(target) && !leads(path, target, files))
          .map((target) => `${path} → ${target}`)
      : [],
  );
}

function targetsIn(markdown: string): string[] {
  const prose = markdown.replace(/^```[^]*?^```$/gm, "");
  return [...prose.matchAll(/\]\(([^()\s]+)\)|<(?:img|a)[^>]* (?:src|href)="([^"]+)"/g)].map(
    (match) => (match[1] ?? match[2]) as string,
  );
}

function leads(from: string, target: string, files: PackageFiles): boolean {
  const [path = "", anchor] = target.split("#");
  const file = path === "" ? from : posix.join(posix.dirname(from), path);
  const text = files.get(file);
  if (text === undefined) return [...files.keys()].some((each) => each.startsWith(`${file.replace(/\/$/, "")}/`));
  return anchor === undefined || !file.endsWith(".md") || anchorsIn(text).has(anchor);
}

/** The anchors of a page as GitHub makes them from headings, and those written as `<a id>`. */
export function anchorsIn(text: string): ReadonlySet<string> {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] as string)
      .replace(/<[^>]*>/g, "")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replaceAll(" ", "-"),
  );
  return new Set([...headings, ...[...text.matchAll(/<a id="([^"]+)"/g)].map((match) => match[1] as string)]);
}
