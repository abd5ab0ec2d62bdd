import { KINDS } from "../configuration-kinds.ts";
import type { Context, Launch } from "./launch.ts";

/** `Procfile`, `Procfile.dev`. */
export function isProcfile(name: string): boolean {
  return /^Procfile(?:\.[\w-]+)?$/.test(name);
}

/** `web: node server.js`, one a line. Where processes of several types run, each type gets a port or a machine of its own. */
export function procfileLaunches(path: string, context: Context): Launch[] {
  const text = context.resolver.configurations.text(path, KINDS.lines) ?? "";
  return [...text.matchAll(/^([\w-]+):[ \t]*(\S.*)/gm)].slice(0, 200).flatMap((match) => {
    const [whole, type = "", line = ""] = match;
    const where = { file: path, range: [match.index, match.index + whole.trimEnd().length] as [number, number] };
    return context.line(line.trimEnd(), { ...context, where, group: `${context.group} type ${type}` });
  });
}
