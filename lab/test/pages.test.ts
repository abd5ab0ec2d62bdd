import assert from "node:assert/strict";
import { facts } from "../../rules/src/kernel/facts.ts";
import { folklore } from "../../rules/src/kernel/folklore.ts";
import { folklorePage, kernelPage } from "../pages.ts";

describe("kernelPage", () => {
  it("has every fact under its anchor, once", async () => {
    const anchors = [...(await kernelPage()).matchAll(/<a id="([^"]+)">/g)].map((found) => found[1]);
    assert.deepEqual([...anchors].sort(), facts.map((each) => each.id).sort());
  });
});

describe("folklorePage", () => {
  it("links to facts that the kernel page has", () => {
    const anchors = new Set(facts.map((each) => `kernel.md#${each.id}`));
    const links = [...folklorePage().matchAll(/\(..\/rules\/docs\/(kernel\.md#[^)]+)\)/g)].map(
      (found) => found[1] as string,
    );
    assert.ok(links.length > 30);
    for (const link of links) assert.ok(anchors.has(link), link);
  });

  it("has a row for every claim", () => {
    const rows = folklorePage()
      .split("\n")
      .filter((line) => /\| \*\*(true|half true|false)\*\* \|/.test(line));
    assert.equal(rows.length, folklore.flatMap((each) => each.claims).length);
  });
});
