// What the server and this client say to each other beside the Language Server Protocol.

/** The methods are the server's; this side takes nothing from it but the names. */
export const methods = {
  status: "portreuse/status",
  trust: "portreuse/trust",
  eslintExtension: "portreuse/eslintExtension",
  kernelLimits: "portreuse/kernelLimits",
  checkWorkspace: "portreuse/checkWorkspace",
} as const;

/** `portreuse/status`, server to client. */
export interface Status {
  state: "ready" | "scanning" | "error";
  message: string;
  /** Where the levels of the rules come from: a file name, or `settings`. */
  configuration: { source: string };
  problems?: string[];
}

/** What `portreuse/checkWorkspace` answers. */
export interface CheckWorkspaceResult {
  files: number;
  findings: number;
}
