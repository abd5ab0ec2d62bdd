import assert from "node:assert/strict";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderOf } from "./folders.ts";
import {
  chooseFix,
  editorReady,
  eventually,
  frameWith,
  hoverOver,
  languageStatus,
  openFile,
  openQuickFixes,
  previewWith,
  runCommand,
  shoot,
  shownText,
  squiggles,
  unseen,
  watchFrames,
} from "./page.ts";
import { setup } from "./setup.ts";

const PACKAGE = '{\n  "name": "api",\n  "engines": { "node": ">=22.12" },\n  "os": ["linux", "darwin"]\n}\n';
const SERVER = `import { createServer } from "node:http";

const server = createServer((request, response) => response.end("ok"));
server.listen({ port: 3000, reusePort: true });

`;

describe("a newcomer", () => {
  const { page, open, folder, extensions } = setup({}, () =>
    folderOf({ "package.json": PACKAGE, "server.mjs": SERVER }),
  );
  const manifest = () => join(folder().path, "package.json");
  const squiggle = () => squiggles(page(), "error").first();

  before(async () => {
    await open(["server.mjs"]);
    await editorReady(page());
    await squiggle().waitFor({ timeout: 30_000 });
  });

  it("reads the extension's page, on which every picture is there", async () => {
    await page().keyboard.press("Control+Shift+x");
    await page().locator(".extension-list-item").filter({ hasText: "portreuse" }).first().click();
    const frame = await frameWith(page(), /Says what happens to ports/);
    const text = await frame.locator("body").innerText();
    for (const expected of [/require-reuse-option/, /workspaceScan/, /portreuse-disable-next-line/])
      assert.match(text, expected);
    assert.equal(await unseen(frame), 0);
    await shoot(page(), "newcomer-1-page");
    await runCommand(page(), "View: Close All Editors");
    // Pictures of a walkthrough are shown where there is room.
    await page().keyboard.press("Control+b");
  });

  it("takes the three steps of the walkthrough, with their pictures", async () => {
    await runCommand(page(), "Welcome: Open Walkthrough...");
    await page()
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: "Get started with portreuse" })
      .click();
    const steps = page().locator(".getting-started-step");
    await steps.first().waitFor();
    assert.equal(await steps.count(), 3);
    for (const i of [0, 1]) {
      await steps.nth(i).click();
      await eventually(10_000, "the picture of the step", () =>
        page()
          .locator(".getting-started-media img:visible")
          .first()
          .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
      );
      await shoot(page(), `newcomer-2-walkthrough-${i + 1}`);
    }
    await steps.nth(2).click();
    await frameWith(page(), /"listens": "single"/);
    await shoot(page(), "newcomer-2-walkthrough-3");
    await runCommand(page(), "View: Close All Editors");
  });

  it("opens the page of a rule by its link, as a preview", async () => {
    await openFile(page(), "server.mjs");
    await squiggle().waitFor();
    await hoverOver(page(), squiggle(), /no-unguarded-reuse-port/);
    await page().locator(".monaco-hover:visible a").filter({ hasText: "no-unguarded-reuse-port" }).first().click();
    await previewWith(page(), /What is wrong/i);
    await shoot(page(), "newcomer-3-rule");
    // The page took the place of the file, whose tab was a preview too.
    await openFile(page(), "server.mjs");
    await squiggle().waitFor();
  });

  it("sees the ports of the program", async () => {
    await runCommand(page(), "portreuse: Show Ports");
    const { body } = await previewWith(page(), /3000/);
    assert.match(body, /server\.mjs/);
    await shoot(page(), "newcomer-3-ports");
    await runCommand(page(), "View: Close Editor");
    await openFile(page(), "server.mjs");
    await squiggle().waitFor();
  });

  it("sees what is in force", async () => {
    const text = await languageStatus(page(), /rules/);
    assert.match(text, /recommended rules, Node\.js >=22\.12, linux, darwin/);
    await shoot(page(), "newcomer-4-status");
  });

  it("switches a rule off in package.json from the light bulb, and it is so at once", async () => {
    const titles = await openQuickFixes(page(), squiggle());
    await shoot(page(), "newcomer-5-light-bulb");
    for (const expected of [
      /"warn" in package\.json/,
      /in the workspace's settings…/,
      /"off" in this folder's settings/,
    ])
      assert.ok(
        titles.some((title) => expected.test(title)),
        `${expected} in ${titles.join(" | ")}`,
      );
    await chooseFix(page(), /"off" in package\.json/);
    await eventually(10_000, "the severity in the file", () =>
      Promise.resolve(readFileSync(manifest(), "utf8").includes('"no-unguarded-reuse-port": "off"')),
    );
    await squiggle().waitFor({ state: "detached", timeout: 10_000 });
    writeFileSync(manifest(), PACKAGE);
    await squiggle().waitFor({ timeout: 10_000 });
  });

  it("sets it in the workspace's settings, and switches it off in the folder's", async () => {
    const settings = join(folder().path, ".vscode", "settings.json");
    const warning = () => squiggles(page(), "warning").first();
    await openQuickFixes(page(), squiggle());
    await chooseFix(page(), /in the workspace's settings/);
    await page().locator(".quick-input-list .monaco-list-row").filter({ hasText: "reported as a warning" }).click();
    await warning().waitFor({ timeout: 10_000 });
    assert.match(readFileSync(settings, "utf8"), /"no-unguarded-reuse-port": "warn"/);
    await openQuickFixes(page(), warning());
    await chooseFix(page(), /"off" in this folder's settings/);
    await warning().waitFor({ state: "detached", timeout: 10_000 });
    assert.match(readFileSync(settings, "utf8"), /"no-unguarded-reuse-port": "off"/);
    writeFileSync(settings, "{}\n");
    await squiggle().waitFor({ timeout: 10_000 });
  });

  it("is asked for the reason of a comment", async () => {
    await openQuickFixes(page(), squiggle());
    await chooseFix(page(), /Disable .* for this line/);
    await eventually(5_000, "the comment", async () => (await shownText(page())).includes("-- reason"));
    await page().keyboard.type("Linux only");
    const comment = "// portreuse-disable-next-line no-unguarded-reuse-port -- Linux only";
    await eventually(5_000, comment, async () => (await shownText(page())).includes(comment));
    await squiggle().waitFor({ state: "detached", timeout: 10_000 });
    await shoot(page(), "newcomer-6-reason");
    await page().keyboard.press("Escape");
    await runCommand(page(), "File: Revert File");
    await squiggle().waitFor({ timeout: 10_000 });
  });

  it("types for ten seconds, and the squiggle above does not blink", async () => {
    await page().locator(".monaco-editor .view-line").last().click();
    await page().keyboard.press("Control+End");
    const end = await watchFrames(page(), ".monaco-editor .squiggly-error");
    const typed = "function add(a) { return { sum: [a, `${a}`] };\nadd(1);\n";
    for (const late = Date.now() + 10_000; Date.now() < late;) await page().keyboard.type(typed, { delay: 40 });
    // What comes late is seen too.
    await page().waitForTimeout(1_000);
    const { frames, without } = await end();
    await shoot(page(), "newcomer-7-typed");
    assert.ok(frames > 50, `${frames} frames were looked at`);
    assert.equal(without, 0, `of ${frames} frames ${without} had no squiggle`);
    await runCommand(page(), "File: Revert File");
  });

  it("is shown a wrong setting at its key, and a word of it in the status", async () => {
    writeFileSync(manifest(), PACKAGE.replace("{", '{\n  "portreuse": { "nodes": 20 },'));
    const text = await languageStatus(page(), /1 wrong setting/);
    assert.match(text, /portreuse\.nodes in package\.json/);
    await shoot(page(), "newcomer-8-wrong-setting");
    await page().keyboard.press("Escape");
    await openFile(page(), "package.json");
    await squiggles(page(), "warning").first().waitFor({ timeout: 10_000 });
    // The editor's own support for JSON may have a squiggle too: without a network it cannot load the schema of package.json.
    await hoverOver(
      page(),
      page()
        .locator(".view-line span")
        .filter({ hasText: /^"nodes"$/ })
        .first(),
      /no such setting/,
    );
    await shoot(page(), "newcomer-9-package");
    await page().mouse.move(640, 600);
    await page().keyboard.press("Escape");
    writeFileSync(manifest(), PACKAGE);
    await openFile(page(), "server.mjs");
    await languageStatus(page(), /recommended rules/);
  });

  it("is told when the server does not run", async () => {
    const name = readdirSync(extensions()).find((each) => each.startsWith("portreuse.")) ?? assert.fail();
    const server = join(extensions(), name, "server", "dist", "server.js");
    renameSync(server, `${server}.away`);
    await runCommand(page(), "portreuse: Restart the Server");
    await languageStatus(page(), /portreuse: not running/);
    await shoot(page(), "newcomer-10-not-running");
    renameSync(`${server}.away`, server);
    await runCommand(page(), "portreuse: Restart the Server");
    await languageStatus(page(), /recommended rules/);
    await squiggle().waitFor({ timeout: 20_000 });
  });
});
