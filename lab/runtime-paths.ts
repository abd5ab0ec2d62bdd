/** The variable that carries the paths of other runtimes into the namespace, as JSON by name. */
export const runtimePathsVariable = "PORTREUSE_LAB_RUNTIMES";

/** The binary of another runtime, or null when it is not installed. */
export function runtimePath(name: string): string | null {
  const paths = JSON.parse(process.env[runtimePathsVariable] ?? "{}") as Record<string, string | undefined>;
  return paths[name] ?? null;
}
