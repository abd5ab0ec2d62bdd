import { pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { pathOf, type Workspace } from "../project/workspace.ts";
import type { ManifestText } from "../service/index.ts";

/** The package.json nearest to a document, or the deno.json that its settings stand in, with what is not saved yet; null where none can be read. */
export function nearestManifest(
  uri: string,
  { packages }: Pick<Workspace, "packages">,
  open: { get(uri: string): TextDocument | undefined },
  readText: (path: string) => string | null,
): ManifestText | null {
  const path = pathOf(uri);
  const file = path === null ? null : packages.nearest(path);
  if (!file) return null;
  const settings = file.settingsPath ?? file.path;
  const own = pathToFileURL(settings).href;
  const opened = open.get(own);
  const text = opened?.getText() ?? readText(settings);
  return text === null ? null : { uri: own, text, version: opened?.version ?? null };
}
