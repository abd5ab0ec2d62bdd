import { join } from "node:path";
import { startEditor, type Editor, type EditorOptions } from "../../scripts/e2e/editor.ts";
import { ensureEditor, root } from "../../scripts/e2e/install.ts";
import type { Folder } from "./folders.ts";
import { shoot } from "./page.ts";

const vsix = join(root, "portreuse.vsix");

/** An editor and a folder for the tests of a `describe`, gone after them; a picture of each test that fails. */
export function setup(options: Omit<EditorOptions, "vsix">, makeFolder: () => Folder) {
  let editor: Editor;
  let folder: Folder;
  before(async () => {
    folder = makeFolder();
    editor = await startEditor(await ensureEditor(), { vsix, ...options });
  });
  afterEach(async function () {
    const test = this.currentTest;
    if (test?.state === "failed") await shoot(editor.page, `failed-${test.fullTitle().replace(/\W+/g, "-")}`);
  });
  after(async () => {
    await editor?.close();
    folder?.remove();
  });
  return {
    page: () => editor.page,
    /** Where the extensions are installed. */
    extensions: () => editor.extensions,
    folder: () => folder,
    open: (files: readonly string[]) =>
      editor.open(
        folder.path,
        files.map((file) => join(folder.path, file)),
      ),
  };
}
