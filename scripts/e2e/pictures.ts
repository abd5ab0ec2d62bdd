// Takes the pictures of the walkthrough in the real editor: `npm run pictures`, after `npm run package`.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { folderOf } from "../../client/test/folders.ts";
import { editorReady, hoverOver, openQuickFixes, squiggles } from "../../client/test/page.ts";
import { startEditor } from "./editor.ts";
import { ensureEditor, root } from "./install.ts";

const media = join(root, "client", "media");
const THEMES = { dark: "Default Dark Modern", light: "Default Light Modern" };
/** So high that nothing of the hover is cut off: it may take a quarter of the editor. */
const WINDOW = { width: 760, height: 1280, scale: 1.5 };
const SETTINGS = {
  "breadcrumbs.enabled": false,
  "editor.lightbulb.enabled": "off",
  "workbench.activityBar.location": "hidden",
  "workbench.editor.showTabs": "none",
  "workbench.sideBar.location": "right",
  "workbench.layoutControl.enabled": false,
};
const CODE = {
  "package.json": '{ "name": "api", "engines": { "node": ">=22.12" } }\n',
  "hover.ts": `import { createServer } from "node:http";

const server = createServer((request, response) => response.end("ok"));
server.listen({ port: 3000, reusePort: false });
`,
  "fix.ts": `import { createServer } from "node:http";

const server = createServer((request, response) => response.end("ok"));
server.listen({ port: 3000, reusePort: true });
`,
};

mkdirSync(media, { recursive: true });
const tools = await ensureEditor();
for (const [name, theme] of Object.entries(THEMES)) {
  const folder = folderOf(CODE, "api");
  const settings = { ...SETTINGS, "workbench.colorTheme": theme };
  const { page, open, close } = await startEditor(tools, {
    vsix: join(root, "portreuse.vsix"),
    settings,
    window: WINDOW,
  });
  try {
    await open(folder.path, [join(folder.path, "hover.ts")]);
    await editorReady(page);
    await page.keyboard.press("Control+b");
    const call = page.locator(".view-line span").filter({ hasText: /^listen$/ });
    await hoverOver(page, call.first(), /EADDRINUSE/);
    await take(page, `hover-${name}`, ".monaco-hover:visible");
    await open(folder.path, [join(folder.path, "fix.ts")]);
    await editorReady(page);
    await squiggles(page, "error").first().waitFor({ timeout: 30_000 });
    await openQuickFixes(page, squiggles(page, "error").first());
    await take(page, `fix-${name}`, ".action-widget:visible");
  } finally {
    await close();
    folder.remove();
  }
}

/** A picture from the first line of code down to the end of what has opened. */
async function take(page: Page, name: string, opened: string): Promise<void> {
  const editor = await page.locator(".monaco-editor").first().boundingBox();
  const box = await page.locator(opened).first().boundingBox();
  if (!editor || !box) throw new Error(`Nothing to be seen for ${name}.`);
  const { x, y } = editor;
  const height = Math.max(box.y + box.height + 12, y + 120) - y;
  await page.screenshot({ path: join(media, `${name}.png`), clip: { x, y, width: WINDOW.width - x, height } });
}
