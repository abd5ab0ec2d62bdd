import type { Observed } from "./experiment.ts";
import type { Lab } from "./lab.ts";
import { run } from "./node.ts";
import { withHosts } from "./own-hosts.ts";
import { runtimePath } from "./runtime-paths.ts";

/**
 * Runs a script in Deno, which fills `seen`.
 * @param hosts what /etc/hosts has then
 */
export async function inDeno(lab: Lab, body: string, flags = ["--unstable-net"], hosts?: string): Promise<Observed> {
  const source = `
    const seen = {};
    const attempt = (action) => { try { action(); return "OK"; } catch (error) { return error.code ?? error.name; } };
    const emitted = (emitter, event, start) => new Promise((resolve) => { emitter.once("error", (error) => resolve(error.code)); emitter.once(event, () => resolve("OK")); start(); });
    ${body}
    console.log(JSON.stringify(seen)); Deno.exit(0);
  `;
  const deno = [runtimePath("deno") as string, "eval", "--no-lock", ...flags, source];
  const { stdout, stderr } =
    hosts === undefined
      ? await run(lab, deno[0] as string, deno.slice(1))
      : await run(lab, "unshare", withHosts(lab, hosts, deno));
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Observed;
}
