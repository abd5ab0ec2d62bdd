/**
 * What the server says beside the Language Server Protocol: names and shapes for those who write a client.
 * Clients import this file, so it takes nothing but types from others.
 */

export type { SetSeverityArguments } from "../service/actions/severity.ts";

/** `initializationOptions`; everything may be missing, as it is with editors that know nothing of this server. */
export interface InitializationOptions {
  /** Whether the user trusts the code in the folders. Only then is anything of theirs run: their ESLint. Default: false. */
  trusted?: boolean;
  /** Absolute path of the folder with the rules' pages, `<rule>.md`. Default: `docs` beside the server, where it exists. */
  docsDirectory?: string;
  /** Whether the editor's ESLint extension is at work, so that it may show the same findings. Default: false. */
  eslintExtensionActive?: boolean;
  /** Whether the client takes the notification `portreuse/status`. Default: false. */
  status?: boolean;
  /** Whether the client executes the command `portreuse.setSeverity`. Default: false. */
  setSeverity?: boolean;
  /** Settings for clients that cannot be asked for them: the contents of the section `portreuse`. */
  settings?: unknown;
}

/** Notification, server to client: `portreuse/status`, to clients that ask for it. */
export interface Status {
  state: "ready" | "scanning" | "error";
  /** A few words, to follow the name. */
  message: string;
  configuration: {
    /** Where the levels of the rules come from: a file name such as `eslint.config.js`, `package.json`, `settings` or `recommended`. */
    source: string;
    /** What is in force for the file that was looked at last, in a few words. */
    inForce: string;
  };
  /** What is wrong with settings or configuration, a line each; paths are relative to their folder. */
  problems?: string[];
}

/** Notification, client to server: `portreuse/trust`. */
export interface TrustParams {
  trusted: boolean;
}

/** Notification, client to server: `portreuse/eslintExtension`. */
export interface EslintExtensionParams {
  active: boolean;
}

/** Answer to the request `portreuse/checkWorkspace` (no parameters). */
export interface CheckWorkspaceResult {
  files: number;
  findings: number;
}

/** Parameters of the request `portreuse/ports`. */
export interface PortsParams {
  /** How links are written: `file:` URIs, or paths from the first folder, as VS Code's preview wants them. Default: file. */
  links?: "file" | "folder";
}

/**
 * Methods of ours. `kernelLimits` takes nothing and gives Markdown about the server's machine, null where there is nothing
 * to show. `ports` takes `PortsParams` and gives Markdown about what the code of the open folders opens, null where none is open.
 */
export const methods = {
  status: "portreuse/status",
  trust: "portreuse/trust",
  eslintExtension: "portreuse/eslintExtension",
  kernelLimits: "portreuse/kernelLimits",
  ports: "portreuse/ports",
  checkWorkspace: "portreuse/checkWorkspace",
} as const;

/**
 * Commands that the client executes. `explain` takes the name of a rule or the id of a fact, `setSeverity` changes the client's
 * settings.
 */
export const commands = { explain: "portreuse.explain", setSeverity: "portreuse.setSeverity" } as const;
