import { handler } from "./handler.ts";

if (Deno.args[0] === "worker") {
  Deno.serve({ port: 8000 }, handler);
  //   ^^^^^ no-worker-port-conflict processes
} else {
  const script = new URL(import.meta.url).pathname;
  for (let i = 0; i < 4; i++) {
    new Deno.Command(Deno.execPath(), { args: ["run", "-A", script, "worker"] }).spawn();
  }
}
