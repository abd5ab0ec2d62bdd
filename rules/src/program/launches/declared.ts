import { asObject } from "../documents.ts";
import { denoOf, packageOf, type Manifest } from "../manifests.ts";
import { launchOf, type Context, type Launch, type LaunchKind } from "./launch.ts";
import { got } from "../../setting-kinds.ts";

export const KINDS: Readonly<Record<string, LaunchKind>> = {
  cluster: "cluster",
  threads: "thread",
  processes: "process",
  once: "process",
};

/**
 * Launches that the project states itself, for what no analysis can see:
 * `"portreuse": { "launches": { "src/worker.js": { "as": "cluster", "count": "many" } } }` in package.json or deno.json.
 */
export function declaredLaunches(
  manifest: Manifest,
  context: Omit<Context, "where" | "group" | "cwd" | "within">,
): Launch[] {
  const inPackage = packageOf(manifest)["portreuse"];
  const document = inPackage === undefined ? manifest.deno : manifest.package;
  const written = asObject(inPackage ?? denoOf(manifest)["portreuse"])["launches"];
  if (!document || written === undefined) return [];
  const where = "portreuse.launches";
  const problem = (text: string) =>
    void context.problems.push({ path: document.path, place: null, text, isWhole: false });
  if (typeof written !== "object" || written === null || Array.isArray(written)) {
    problem(`${where}: expected an object, got ${got(written)}.`);
    return [];
  }
  return Object.entries(written).flatMap(([path, value]: [string, unknown]) => {
    const { as, count } = asObject(value) as { as?: unknown; count?: unknown };
    if (typeof as !== "string" || !Object.hasOwn(KINDS, as)) {
      problem(`${where}["${path}"].as: expected cluster, threads, processes or once, got ${got(as)}.`);
      return [];
    }
    if (count !== undefined && count !== "many" && !(Number.isInteger(count) && (count as number) >= 1)) {
      problem(`${where}["${path}"].count: expected a number from 1 or "many", got ${got(count)}.`);
      return [];
    }
    const launch = launchOf(
      {
        ...context,
        cwd: manifest.directory,
        within: [],
        group: `${document.path} launches ${path}`,
        where: { file: document.path, range: document.rangeOf(["portreuse", "launches", path]) },
      },
      {
        written: path,
        stated: true,
        kind: KINDS[as] as LaunchKind,
        count: as === "once" ? 1 : ((count as number | "many" | undefined) ?? "many"),
      },
    );
    if (launch.entry === null) problem(`${where}["${path}"]: there is no such file.`);
    return launch.entry === null ? [] : [launch];
  });
}
