import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./serve.ts";

/** Serves the connection that the command line names. @throws Error where it names none */
export function listen(): void {
  if (process.argv.includes("--node-ipc") && !process.send)
    throw new Error("--node-ipc needs a parent process with a channel, as fork() makes it");
  const port = process.argv.find((each) => each.startsWith("--socket="))?.slice("--socket=".length);
  if (port !== undefined && !(Number(port) > 0 && Number(port) < 65_536))
    throw new Error(`--socket takes the port on which the client listens, not ${JSON.stringify(port)}`);
  serve(createConnection(ProposedFeatures.all));
}
