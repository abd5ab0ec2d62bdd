import { serveAsWorker } from "./cluster-worker.ts";

/** Helper processes that experiments start from the bundle, by the word after its name. */
export const roles: Readonly<Record<string, (args: readonly string[]) => void>> = { "cluster-worker": serveAsWorker };
