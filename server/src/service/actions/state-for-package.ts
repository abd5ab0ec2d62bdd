import { stated } from "../../../../rules/src/environment.ts";
import { manifestEdit, quickFix, type ActionPart } from "./action.ts";
import { portreuseEdits } from "./manifest-edits.ts";

/** The findings that one decision for the package answers. */
const ANSWERED = new Set(["noPolicy", "workerNoPolicy"]);

/** States once, in package.json, that servers which say nothing have their ports to themselves. */
export const stateForPackage: ActionPart = ({ problem, diagnostic, project, client, manifest }) => {
  if (problem.rule !== "require-reuse-option" || !ANSWERED.has(problem.messageId ?? "")) return [];
  if (!manifest || stated("listens", project.settings)) return [];
  const edits = portreuseEdits(manifest.text, () => ({ path: ["listens"], value: "single" }));
  if (!edits) return [];
  const edit = manifestEdit(client, manifest, edits);
  return [quickFix('State it for the whole package: "listens": "single"', diagnostic, edit)];
};
