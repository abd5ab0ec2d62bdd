import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./session.ts";

/** Serves the connection that the command line names. @throws Error where it names none */
export function listen(): void {
  serve(createConnection(ProposedFeatures.all));
}
