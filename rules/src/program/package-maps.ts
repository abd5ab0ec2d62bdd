import { asString } from "./documents.ts";
import { packageOf, type Manifest } from "./manifests.ts";

/** resolve.exports wants a name, which is none of what it is asked here: "./sub" or "#internal". */
export function namedPackage(manifest: Manifest): { name: string } {
  return { ...packageOf(manifest), name: "" };
}

/** The library throws for what is not exported, and for maps that make no sense. */
export function firstTarget(ask: () => unknown): string | null {
  try {
    const found = ask();
    return Array.isArray(found) ? asString(found[0]) : null;
  } catch {
    return null;
  }
}

/** The strings in a map of exports or bins, conditions and all. */
export function leaves(value: unknown, depth = 0): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null || depth > 10) return [];
  return Object.values(value)
    .slice(0, 200)
    .flatMap((each) => leaves(each, depth + 1));
}
