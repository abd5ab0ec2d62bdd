import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../scripts/e2e/install.ts";
import { configuration } from "../manifest.ts";

const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

describe("the manifest", () => {
  it("has the settings that follow from the rules (tsx client/manifest.ts writes them)", () => {
    assert.deepEqual(manifest.contributes.configuration, JSON.parse(JSON.stringify(configuration)));
  });

  it("describes the parts of an object in one line of the settings' page", () => {
    const { properties } = configuration.properties["portreuse.hover"];
    for (const [name, { description }] of Object.entries(properties)) assert.ok(description.length <= 85, name);
  });

  it("declares the commands that the extension registers, and no others", () => {
    const source = readFileSync(join(root, "client", "src", "extension.ts"), "utf8");
    const registered = [...source.matchAll(/registerCommand\("([^"]+)"/g)].map(([, name]) => name);
    assert.deepEqual(
      manifest.contributes.commands.map(({ command }: { command: string }) => command).sort(),
      registered.sort(),
    );
  });

  it("names files that exist", () => {
    for (const path of [manifest.main, manifest.icon]) assert.ok(existsSync(join(root, path)), path);
  });
});
