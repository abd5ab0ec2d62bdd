import { basename, relative } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { isGenerated } from "../../../rules/src/generated.ts";
import { mayHaveSites } from "../../../rules/src/prefilter.ts";
import { pathBelow } from "../../../rules/src/program/paths.ts";
import { ParseError } from "../lint/parse.ts";
import { listensIn } from "../map/listens.ts";
import { linkPath, mapPage, withoutBrackets } from "../map/markdown.ts";
import { portMap, type Listen } from "../map/model.ts";
import { readText } from "../project/read-text.ts";
import type { PortsParams } from "./protocol.ts";
import { listFiles, pathOf, type Workspace } from "../project/workspace.ts";

/** Milliseconds after which other requests are let through. */
const SLICE = 12;

/** The map of the open folders as a page in Markdown, with the text of `open` documents; null where no folder is on a disk. */
export async function portsPage(
  workspace: Workspace,
  open: readonly TextDocument[],
  { links }: PortsParams,
): Promise<string | null> {
  const folders = workspace.folders.flatMap(({ path }) => path ?? []);
  if (folders.length === 0) return null;
  const unsaved = new Map(open.map((each) => [pathOf(each.uri), each.getText()]));
  const paths = [...new Set((await Promise.all(folders.map((each) => listFiles(each)))).flat())];
  const listens: Listen[] = [];
  let since = Date.now();
  for (const path of paths) {
    if (Date.now() - since > SLICE) {
      await turn();
      since = Date.now();
    }
    listens.push(...(await listensAt(path, unsaved.get(path) ?? readText(path).text, workspace)));
  }
  return mapPage(portMap(listens, paths.length), {
    shown: (path) => shownIn(folders, path),
    link: ({ path, line }) => {
      const below = `/${relative(folders[0] as string, path).replaceAll("\\", "/")}`;
      return `${links === "folder" ? linkPath(below) : withoutBrackets(pathToFileURL(path).href)}#L${line}`;
    },
  });
}

/** None in a file that nobody can read or parse: the editor says so where it is open. */
async function listensAt(path: string, content: string | null, workspace: Workspace): Promise<Listen[]> {
  const text = content?.replace(/^\uFEFF/, "");
  if (text === undefined || !mayHaveSites(text) || isGenerated(text)) return [];
  const { program, path: shown, settings } = (await workspace.inForce(pathToFileURL(path).href)).project;
  try {
    return program ? listensIn({ text, path: shown, settings, program }) : [];
  } catch (error) {
    if (error instanceof ParseError || error instanceof RangeError) return [];
    throw error;
  }
}

/** Below its folder, whose name stands before it where there are several. */
function shownIn(folders: readonly string[], path: string): string {
  for (const folder of folders) {
    const below = pathBelow(folder, path);
    if (below !== null) return folders.length === 1 ? below : `${basename(folder)}/${below}`;
  }
  return path;
}
