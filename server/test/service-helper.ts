import assert from "node:assert/strict";
import { after, open, titled, type Given, type Opened } from "./service-fixture.ts";

/** What the connect helper's action makes of a text: the text, the new files, the title. */
export function applied(
  text: string,
  given: Given,
  exists: (uri: string) => boolean = () => false,
): { text: string; files: Record<string, string>; title: string; opened: Opened } {
  const opened = open(text, given);
  const action = titled(opened.actions({ exists }), /IP_BIND_ADDRESS_NO_PORT/);
  assert.ok(action, `no action for ${text}`);
  const files: Record<string, string> = {};
  for (const each of action.edit?.documentChanges ?? []) {
    if ("kind" in each && each.kind === "create") files[each.uri] = "";
    else if ("edits" in each && each.textDocument.uri in files)
      files[each.textDocument.uri] += each.edits.map((edit) => ("newText" in edit ? edit.newText : "")).join("");
  }
  return { text: after(opened, action), files, title: action.title, opened };
}
