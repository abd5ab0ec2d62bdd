import { KINDS } from "../configuration-kinds.ts";
import { asObject, asString, type Document, type Entries } from "../documents.ts";
import { pathsOf } from "../paths.ts";
import { containerCommand, containerLaunches, imageOf, type ContainerCommand, type Image } from "./docker.ts";
import { pathIn, times, type Context, type Launch, type LaunchCount } from "./launch.ts";

/** `compose.yaml`, `docker-compose.prod.yml`. */
export function isComposeFile(name: string): boolean {
  return /^(?:docker-)?compose(?:\.[\w-]+)*\.ya?ml$/.test(name);
}

/**
 * What the services of a compose file start. A container has ports of its own, so that replicas count only where
 * services share them: on the host's network, or on that of another service.
 */
export function composeLaunches(path: string, context: Context): Launch[] {
  const document = context.resolver.configurations.document(path, KINDS.compose);
  if (!document) return [];
  const services = asObject(asObject(document.value)["services"]);
  return Object.keys(services).flatMap((name) => {
    if (context.budget.left-- <= 0) return [];
    const service = asObject(services[name]);
    const mode = asString(service["network_mode"]) ?? "";
    const shared = mode === "host" ? "host" : mode.startsWith("service:") ? mode.slice("service:".length) : name;
    const inside = { ...context, group: `${context.group} network of ${shared}` };
    return serviceLaunches(service, name, document, mode === "host" ? replicasOf(service) : 1, inside);
  });
}

function serviceLaunches(
  service: Entries,
  name: string,
  document: Document,
  count: LaunchCount,
  context: Context,
): Launch[] {
  const { path } = document;
  const { dirname } = pathsOf(path);
  const built = imageFor(service["build"], dirname(path), context);
  const entrypoint = commandIn(service["entrypoint"]);
  const own = commandIn(service["command"]);
  const command = containerCommand(
    entrypoint ?? built?.image.entrypoint ?? null,
    own ?? (entrypoint ? null : (built?.image.command ?? null)),
  );
  if (!command) return [];
  const keys = ["services", name, ...(own ? ["command"] : entrypoint ? ["entrypoint"] : [])];
  const where = { file: path, range: document.rangeOf(keys) };
  const workdir = asString(service["working_dir"]) ?? built?.image.workdir ?? null;
  const launches = containerLaunches(command, workdir, { ...context, cwd: built?.directory ?? dirname(path), where });
  const environment = { ...built?.image.environment, ...environmentOf(service["environment"]) };
  return times(launches, count).map((launch) => ({
    ...launch,
    always: launch.always && count !== "unknown",
    environment: { ...environment, ...launch.environment },
  }));
}

/** The image that a service builds from a Dockerfile of the project. */
function imageFor(
  build: unknown,
  directory: string,
  { resolver }: Context,
): { image: Image; directory: string } | null {
  const context = asString(build) ?? asString(asObject(build)["context"]) ?? (build === undefined ? null : ".");
  if (context === null) return null;
  const at = pathIn(directory, context);
  const text = resolver.configurations.text(
    pathIn(at, asString(asObject(build)["dockerfile"]) ?? "Dockerfile"),
    KINDS.lines,
  );
  const image = text === null ? null : imageOf(text);
  return image && { image, directory: at };
}

/** What is empty takes the place of what the image has; null, and what is not there, do not. */
function commandIn(value: unknown): ContainerCommand | null {
  if (value === "") return { words: [] };
  if (typeof value === "string") return { line: value };
  return Array.isArray(value) ? { words: value.map(String) } : null;
}

/** `deploy.replicas` and `scale`; a variable is unknown. */
function replicasOf(service: Entries): LaunchCount {
  const written = asObject(service["deploy"])["replicas"] ?? service["scale"];
  if (written === undefined) return 1;
  const number = Number(written);
  return Number.isInteger(number) && number >= 0 ? number : "unknown";
}

function environmentOf(value: unknown): Record<string, string | null> {
  const pairs = Array.isArray(value)
    ? value.flatMap((line) => {
        const [, name, text] = /^(\w+)(?:=(.*))?$/s.exec(String(line)) ?? [];
        return name === undefined ? [] : [[name, text ?? null] as const];
      })
    : Object.entries(asObject(value));
  return Object.fromEntries(
    pairs.map(([name, text]) => [name, text === null || String(text).includes("$") ? null : String(text)]),
  );
}
