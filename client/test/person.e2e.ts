import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { note } from "../../scripts/e2e/times.ts";
import { TEMPLATE, eslintExtension, folderOf, projectWithEslint, sampleWorkspace } from "./folders.ts";
import {
  chooseFix,
  editorReady,
  editorStarted,
  eventually,
  hoverOver,
  openFile,
  openQuickFixes,
  previewWith,
  runCommand,
  shoot,
  shownText,
  squiggles,
} from "./page.ts";
import { setup } from "./setup.ts";

const GUARD = 'process.platform === "linux"';

for (const trusted of [true, false]) {
  const kind = trusted ? "trusted" : "untrusted";
  describe(`a person in ${trusted ? "a trusted" : "an untrusted"} folder`, () => {
    const { page, open, folder } = setup({ trusted }, sampleWorkspace);
    const file = "packages/http-api/src/server.ts";

    before(async () => {
      await open([file]);
      await editorReady(page());
    });

    it("is in the folder's state of trust", async () => {
      const restricted = page().locator(".statusbar-item").filter({ hasText: "Restricted Mode" });
      if (trusted) assert.equal(await restricted.count(), 0);
      else await restricted.first().waitFor();
    });

    it("sees squiggles", async () => {
      await squiggles(page()).first().waitFor({ timeout: 30_000 });
      await shoot(page(), `${kind}-1-squiggles`);
    });

    it("reads in a hover what the kernel does", async () => {
      const text = await hoverOver(page(), squiggles(page()).first(), /setsockopt/);
      assert.match(text, /bind\(/);
      await shoot(page(), `${kind}-2-hover`);
    });

    it("applies a quick fix, and the error goes", async () => {
      const errors = squiggles(page(), "error");
      const before = await errors.count();
      await openQuickFixes(page(), errors.first());
      await shoot(page(), `${kind}-3-quick-fixes`);
      await chooseFix(page(), new RegExp(escaped(GUARD)));
      await eventually(10_000, "the squiggle to go", async () => (await errors.count()) === before - 1);
      assert.ok((await shownText(page())).includes(`reusePort: ${GUARD}`));
      await shoot(page(), `${kind}-4-fixed`);
      await page().keyboard.press("Control+z");
      await eventually(10_000, "the squiggle to come back", async () => (await errors.count()) === before);
    });

    it("opens Explain and reads the rule's page", async () => {
      await openQuickFixes(page(), squiggles(page()).first());
      await chooseFix(page(), /Explain/);
      const { body } = await previewWith(page(), /What is wrong/i);
      assert.match(body, /When not to use it/i);
      await shoot(page(), `${kind}-5-explain`);
    });

    it("sees the problems of the whole workspace", async () => {
      await page().keyboard.press("Control+Shift+m");
      const panel = page().locator(".markers-panel");
      await panel.waitFor();
      await shoot(page(), `${kind}-6-problems`);
      await page().locator(".part.panel .codicon-collapse-all").first().click();
      const files = await eventually(20_000, "files that were never opened in the Problems panel", async () => {
        const names = await panel.locator(".monaco-list-row .monaco-icon-label").allInnerTexts();
        return (
          names.filter((name) => /packages/.test(name)).length >= 5 && names.map((name) => name.replace(/\s+/g, " "))
        );
      });
      for (const each of ["http-api", "raw-server", "udp-discovery"])
        assert.ok(
          files.some((name) => name.includes(each)),
          `${each} in ${files.join(" | ")}`,
        );
    });

    it("leaves the files on disk alone until they are saved", () => assert.ok(existsSync(join(folder().path, file))));
  });
}

describe("a new user with a template's application", () => {
  const { page, open } = setup({}, () => folderOf(TEMPLATE));
  const squiggle = () => squiggles(page(), "error").first();

  it("sees at once that something is wrong", async () => {
    await open(["server/index.ts"]);
    await editorReady(page());
    const shown = Date.now();
    await squiggle().waitFor({ timeout: 30_000 });
    const seen = Date.now();
    note("squiggle: after the text is on the page, while editor, extension and server start", seen - shown);
    note("squiggle: after the editor has marked its own start as done", seen - (await editorStarted(page())));
  });

  it("sees it at once again when the file is opened in the running editor", async () => {
    await runCommand(page(), "View: Close All Editors");
    await squiggle().waitFor({ state: "detached" });
    await openFile(page(), "index.ts");
    await editorReady(page());
    const shown = Date.now();
    await squiggle().waitFor({ timeout: 10_000 });
    note("squiggle: after the text of a file that is opened in the running editor", Date.now() - shown);
  });

  it("reads that it fails on macOS, and why", async () => {
    const text = await hoverOver(page(), squiggle(), /SO_REUSEPORT/);
    assert.match(text, /macOS.*ENOTSUP.*reusePort/s);
    await shoot(page(), "template-1-hover");
  });

  it("has the fix one key away", async () => {
    const titles = await openQuickFixes(page(), squiggle());
    await shoot(page(), "template-2-quick-fixes");
    assert.ok(
      titles.some((title) => title.includes(GUARD)),
      titles.join(" | "),
    );
    await chooseFix(page(), new RegExp(escaped(GUARD)));
    await squiggle().waitFor({ state: "detached", timeout: 10_000 });
    assert.ok((await shownText(page())).includes(`reusePort: ${GUARD}`));
    await shoot(page(), "template-3-fixed");
    await page().keyboard.press("Control+z");
    await squiggle().waitFor();
  });

  it("sees the pictures of a rule's page", async () => {
    // With the cursor on a finding the command opens that rule's page; elsewhere it asks.
    await page().locator(".monaco-editor .view-line").first().click();
    await runCommand(page(), "portreuse: Explain a Rule");
    const input = page().locator('.quick-input-widget input[placeholder="Which rule?"]');
    await input.fill("no-bind-before-connect");
    await page()
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: "no-bind-before-connect" })
      .first()
      .click();
    const { frame } = await previewWith(page(), /Disallow binding a local address/);
    const picture = frame.locator(".markdown-body img").first();
    await picture.scrollIntoViewIfNeeded();
    await eventually(
      10_000,
      "the picture to be loaded",
      async () => (await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth)) > 0,
    );
    await shoot(page(), "template-5-picture");
  });

  it("sees what the project opens, and gets there by a link", async () => {
    await runCommand(page(), "portreuse: Show Ports");
    const { frame, body } = await previewWith(page(), /Opened at/);
    assert.match(body, /1 listen in 1 file opens port \d/);
    await shoot(page(), "template-6-ports");
    await frame
      .getByRole("link", { name: /server\/index\.ts:\d+/ })
      .first()
      .click();
    await page().locator(".tab.active", { hasText: "index.ts" }).waitFor();
  });

  it("sees the limits of the kernel", async () => {
    await runCommand(page(), "portreuse: Show Kernel Limits");
    const { body } = await previewWith(page(), /ip_local_port_range/);
    assert.match(body, /\d+/);
    await shoot(page(), "template-4-kernel-limits");
  });
});

describe("a project that lints with the plugin", () => {
  describe("where the ESLint extension is at work", () => {
    const standIn = eslintExtension();
    after(() => standIn.remove());
    const { page, open, folder } = setup({ others: [standIn.vsix] }, projectWithEslint);

    it("shows nothing twice, and still explains", async () => {
      await open(["src/server.mjs"]);
      await editorReady(page());
      await eventually(30_000, "the project's ESLint to be asked", async () =>
        existsSync(join(folder().path, "eslint-was-here")),
      );
      await hoverOver(
        page(),
        page()
          .locator(".view-line span")
          .filter({ hasText: /reusePort/ })
          .last(),
        /SO_REUSEPORT/,
      );
      assert.equal(await squiggles(page()).count(), 0);
      await shoot(page(), "eslint-extension");
    });
  });

  for (const trusted of [true, false]) {
    describe(trusted ? "trusted" : "untrusted", () => {
      const { page, open, folder } = setup({ trusted }, projectWithEslint);
      const trace = () => existsSync(join(folder().path, "eslint-was-here"));

      it(
        trusted ? "is judged by its own configuration" : "is judged by the settings, and none of its code is run",
        async () => {
          await open(["src/server.mjs"]);
          await editorReady(page());
          await squiggles(page()).first().waitFor({ timeout: 30_000 });
          if (trusted) {
            await eventually(
              20_000,
              "the level of eslint.config.js",
              async () =>
                (await squiggles(page(), "error").count()) === 0 && (await squiggles(page(), "warning").count()) === 1,
            );
            assert.ok(trace());
          } else {
            await squiggles(page(), "error").first().waitFor();
            // Long enough for a worker to have started and run the configuration, which takes about a second.
            await new Promise((resolve) => setTimeout(resolve, 4_000));
            assert.equal(trace(), false);
          }
          await shoot(page(), `eslint-${trusted ? "trusted" : "untrusted"}`);
        },
      );
    });
  }
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
