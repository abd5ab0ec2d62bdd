import type { Status } from "../../server/src/lsp/protocol.ts";

/** What the status item shows. It has room for a few words; the whole sentence is in Problems or in the log. */
export interface StatusView {
  text: string;
  detail: string;
  severity: "information" | "warning" | "error";
  busy: boolean;
  /** What a click on it does. */
  way: "output" | "problems" | "settings" | "restart";
}

export const STARTING: StatusView = {
  text: "portreuse: starting",
  detail: "",
  severity: "information",
  busy: true,
  way: "output",
};

/** Why stands in the log, which `output` and a notification lead to: a long reason would push the way to restart it out of sight. */
export function notRunning(): StatusView {
  return { text: "portreuse: not running", detail: "see the log", severity: "error", busy: false, way: "restart" };
}

/** What is in force when all is well, else what is wrong and a way to it. */
export function viewOf({ state, message, configuration, problems: [first, ...more] = [] }: Status): StatusView {
  const well = { text: "portreuse", detail: configuration.inForce, busy: false, way: "output" } as const;
  if (state === "scanning")
    return { ...well, text: `portreuse: ${message}`, detail: "", severity: "information", busy: true };
  if (first === undefined) return { ...well, severity: "information" };
  const { place, way } = placeOf(first);
  const detail = [place, ...(more.length > 0 ? [`and ${more.length} more`] : [])].join(" ");
  return { text: `portreuse: ${message}`, detail, severity: "warning", busy: false, way };
}

/** Where a problem is: in the editor's settings, in a file that has a diagnostic, or in a configuration that the log speaks of. */
function placeOf(problem: string): { place: string; way: StatusView["way"] } {
  const [where = "", key = ""] = problem.split(": ");
  if (where.startsWith("portreuse.")) return { place: where, way: "settings" };
  if (!/package\.json(?::|$)/.test(where)) return { place: "see the log", way: "output" };
  return { place: key.startsWith("portreuse.") ? `${key} in ${where}` : where, way: "problems" };
}
