import type { Observed } from "./experiment.ts";
import type { Lab } from "./lab.ts";
import { run } from "./node.ts";
import { withHosts } from "./own-hosts.ts";
import { runtimePath } from "./runtime-paths.ts";

/**
 * Runs a script in Bun; `attempt` and `emitted` turn what fails into the name of its code. The script fills `seen`.
 * @param hosts what /etc/hosts has then
 */
export async function inBun(lab: Lab, body: string, hosts?: string): Promise<Observed> {
  const source = `
    const seen = {};
    const attempt = (action) => { try { action(); return "OK"; } catch (error) { return error.code ?? String(error); } };
    const emitted = (emitter, event, start) => new Promise((resolve) => { emitter.once("error", (error) => resolve(error.code)); emitter.once(event, () => resolve("OK")); start(); });
    ${body}
    console.log(JSON.stringify(seen)); process.exit(0);
  `;
  const bun = [runtimePath("bun") as string, "-e", source];
  const { stdout, stderr } =
    hosts === undefined
      ? await run(lab, bun[0] as string, bun.slice(1))
      : await run(lab, "unshare", withHosts(lab, hosts, bun));
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Observed;
}
