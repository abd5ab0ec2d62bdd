import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { cache } from "../../scripts/e2e/install.ts";

/** What a person does with the page, and sees of it. */

const screenshots = join(cache, "screenshots");
const ANY_SQUIGGLE = ".squiggly-error, .squiggly-warning, .squiggly-info";

/** Keeps a picture of the page, to be looked at, in the cache. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

export async function editorReady(page: Page): Promise<void> {
  await page.locator(".monaco-editor .view-line span").first().waitFor({ timeout: 90_000 });
}

/** When the editor, by its own marks, had begun everything that belongs to its start; in milliseconds since 1970. */
export function editorStarted(page: Page): Promise<number> {
  return eventually(30_000, "the end of the editor's start", () =>
    page.evaluate(() => {
      const [mark] = performance.getEntriesByName("code/LifecyclePhase/Eventually");
      return mark && performance.timeOrigin + mark.startTime;
    }),
  );
}

/** The squiggles of one severity, or of any, in the editor in front. */
export function squiggles(page: Page, severity?: "error" | "warning" | "info"): Locator {
  return page.locator(severity ? `.monaco-editor .squiggly-${severity}` : ANY_SQUIGGLE);
}

/** The text of the editor as it is shown; the editor puts no-break spaces there. */
export async function shownText(page: Page): Promise<string> {
  const lines = await page.locator(".monaco-editor .view-line").allInnerTexts();
  return lines.join("\n").replaceAll("\u00a0", " ");
}

/** Rests the pointer on something and gives the hover's text; waits until it has what is looked for. */
export async function hoverOver(page: Page, target: Locator, expected: RegExp): Promise<string> {
  const hover = page.locator(".monaco-hover:visible").first();
  return retried(3, async () => {
    await page.keyboard.press("Escape");
    await page.mouse.move(640, 700);
    const box = await target.boundingBox();
    assert.ok(box, "what is hovered over is on the page");
    await page.mouse.move(box.x + Math.min(20, box.width / 2), box.y + box.height / 2, { steps: 5 });
    await hover.getByText(expected).first().waitFor({ timeout: 6_000 });
    return (await hover.innerText()).replaceAll("\u00a0", " ");
  });
}

/** Puts the cursor on something and opens the quick fixes; gives their titles. */
export async function openQuickFixes(page: Page, target: Locator): Promise<string[]> {
  // Ctrl+. is now and then lost while the workbench is busy.
  return retried(4, async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    const box = await target.boundingBox();
    assert.ok(box, "the place of the quick fix is on the page");
    await page.mouse.click(box.x + Math.min(20, box.width / 2), box.y + box.height / 2 - 2);
    await page.keyboard.press("Control+.");
    await entries(page).first().waitFor({ timeout: 5_000 });
    return (await entries(page).allInnerTexts()).map((title) => title.replaceAll("\u00a0", " ").trim());
  });
}

export async function chooseFix(page: Page, title: RegExp): Promise<void> {
  await entries(page).filter({ hasText: title }).first().click();
}

function entries(page: Page): Locator {
  return page.locator(".action-widget:visible .monaco-list-row.action");
}

/** Runs a command through the palette, by its title. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await quickPick(page, "F1", `>${title}`, title);
}

/** Opens a file of the folder by its tab, or by its name, as Ctrl+P does. */
export async function openFile(page: Page, name: string): Promise<void> {
  const tab = page.locator(".tab").filter({ hasText: name }).first();
  // Enter can come before the list has its order; a preview that has the focus may keep the key.
  await retried(3, async () => {
    if ((await tab.count()) > 0) await tab.click();
    else await quickPick(page, "Control+p", name, name);
    await page.locator(".tab.active").filter({ hasText: name }).waitFor({ timeout: 4_000 });
  });
}

/** Opens the editor's list of things to pick with a key, types, and takes what is offered under a title. */
async function quickPick(page: Page, key: string, typed: string, title: string): Promise<void> {
  await retried(3, async () => {
    await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    const input = page.locator(".quick-input-widget:visible input").first();
    await input.waitFor({ timeout: 5_000 });
    await input.fill(typed);
    await page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: title })
      .first()
      .waitFor({ timeout: 5_000 });
    await page.keyboard.press("Enter");
  });
}

/** The Markdown preview that shows a text; it lives in a frame within a frame. */
export async function previewWith(page: Page, text: RegExp): Promise<{ frame: Frame; body: string }> {
  return eventually(30_000, `a preview with ${text}`, async () => {
    for (const frame of page.frames()) {
      const body = await frame
        .locator(".markdown-body")
        .innerText({ timeout: 500 })
        .catch(() => "");
      if (text.test(body)) return { frame, body };
    }
    return undefined;
  });
}

/** The frame that shows a text, as a page that the editor renders. */
export function frameWith(page: Page, text: RegExp): Promise<Frame> {
  return eventually(30_000, `a frame with ${text}`, async () => {
    for (const frame of page.frames().slice(1)) {
      const body = await frame
        .locator("body")
        .innerText({ timeout: 500 })
        .catch(() => "");
      if (text.test(body)) return frame;
    }
    return undefined;
  });
}

/** The number of pictures of a frame that could not be loaded. */
export function unseen(frame: Frame): Promise<number> {
  return frame.locator("img").evaluateAll(
    (images) =>
      images.filter((image) => {
        const { complete, naturalWidth } = image as unknown as { complete: boolean; naturalWidth: number };
        return complete && naturalWidth === 0;
      }).length,
  );
}

/** Looks at every frame that the page draws, until it is ended: how many there were, and how many without an element. */
export async function watchFrames(
  page: Page,
  selector: string,
): Promise<() => Promise<{ frames: number; without: number }>> {
  await page.evaluate(`{
    const watched = (globalThis.watched = { frames: 0, without: 0, watching: true });
    const look = () => {
      watched.frames++;
      if (!document.querySelector(${JSON.stringify(selector)})) watched.without++;
      if (watched.watching) requestAnimationFrame(look);
    };
    look();
  }`);
  return () => page.evaluate("{ watched.watching = false; ({ ...watched }); }");
}

/** What stands behind the braces of the status bar, as soon as it has what is looked for. */
export function languageStatus(page: Page, expected: RegExp): Promise<string> {
  const shown = page.locator(".hover-language-status");
  return eventually(20_000, `${expected} in the status`, async () => {
    await page.mouse.move(640, 300);
    await page.locator('[id="status.languageStatus"]').hover({ timeout: 5_000 });
    await shown
      .first()
      .waitFor({ timeout: 2_000 })
      .catch(() => {});
    const text = (await shown.allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
    return expected.test(text) && text;
  });
}

/** Asks again until there is an answer; fails with what was waited for. */
export async function eventually<T>(
  milliseconds: number,
  what: string,
  ask: () => Promise<T | undefined | false>,
): Promise<T> {
  for (const end = Date.now() + milliseconds; Date.now() < end;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited ${milliseconds / 1000} s for ${what}`);
}

async function retried<T>(times: number, action: () => Promise<T>): Promise<T> {
  for (let left = times - 1; ; left--) {
    try {
      return await action();
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}
