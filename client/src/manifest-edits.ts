import { Uri, workspace, type CodeAction, type Command } from "vscode";

/** The command behind actions that edit a package.json. */
export const SAVE_MANIFEST = "portreuse.saveManifest";

/**
 * The server reads package.json from the disk, and an action on a line of code edits it unseen: it is saved afterwards, or nothing
 * would seem to happen. Not where somebody has edits of their own in it.
 */
export function savingManifests<T extends Command | CodeAction>(actions: readonly T[]): T[] {
  return actions.map((action) => {
    const edit = "edit" in action ? action.edit : undefined;
    const [[uri] = [], ...more] = edit?.entries() ?? [];
    if (!uri || more.length > 0 || !uri.path.endsWith("/package.json") || isDirty(uri)) return action;
    return Object.assign(action, {
      command: { title: "Save package.json", command: SAVE_MANIFEST, arguments: [uri.toString()] },
    });
  });
}

export async function saveManifest(uri: string): Promise<void> {
  const document = workspace.textDocuments.find((each) => each.uri.toString() === uri);
  await document?.save();
}

function isDirty(uri: Uri): boolean {
  return workspace.textDocuments.some((each) => each.isDirty && each.uri.toString() === uri.toString());
}
