import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deadLinks } from "../../scripts/dead-links.ts";
import { root } from "../../scripts/e2e/install.ts";

const vsix = join(root, "portreuse.vsix");
const snapshot = join(root, "client", "test", "vsix-contents.txt");

/** The names in the central directory of a ZIP file, which is what a VSIX is. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(zip.toString("latin1", at, at + 4), "PK\x01\x02");
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    names.push(zip.toString("utf8", at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

describe("the VSIX", () => {
  const names = namesIn(readFileSync(vsix));
  /** Chunks have names of their content, which change with every edit. */
  const stable = [...new Set(names.map((name) => name.replace(/(chunks\/.+?)-[A-Z0-9]{8}\.js$/, "$1-*.js")))].sort();

  it("holds what its snapshot says, nothing else", () => {
    // UPDATE_SNAPSHOT=1 npm run test:e2e -- snapshot
    if (process.env["UPDATE_SNAPSHOT"] === "1") writeFileSync(snapshot, `${stable.join("\n")}\n`);
    assert.deepEqual(stable, readFileSync(snapshot, "utf8").trimEnd().split("\n"));
  });

  it("shows pictures of its own, small ones", () => {
    const media = join(root, "client", "media");
    const { walkthroughs } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).contributes;
    const named = new Set(JSON.stringify(walkthroughs).match(/client\/media\/[\w.-]+/g));
    assert.deepEqual(
      [...named].sort(),
      readdirSync(media)
        .map((name) => `client/media/${name}`)
        .sort(),
    );
    for (const name of readdirSync(media)) assert.ok(statSync(join(media, name)).size < 150_000, name);
  });

  it("has a page without pictures, for the editor shows none of a package, and without the repository's text", () => {
    const page = execFileSync("unzip", ["-p", vsix, "extension/readme.md"], { encoding: "utf8" });
    assert.equal(page, readFileSync(join(root, "client", "README.md"), "utf8"));
    assert.doesNotMatch(page, /!\[|<img|\]\((?!#)/);
  });

  it("links to nothing that it does not hold", () => {
    const read = (name: string) =>
      name.endsWith(".md") ? execFileSync("unzip", ["-p", vsix, name], { encoding: "utf8", maxBuffer: 1e8 }) : "";
    // vsce gives three files other names, https://github.com/microsoft/vscode-vsce.
    const renamed: Readonly<Record<string, string>> = {
      "extension/readme.md": "extension/README.md",
      "extension/changelog.md": "extension/CHANGELOG.md",
      "extension/LICENSE.txt": "extension/LICENSE",
    };
    assert.deepEqual(deadLinks(new Map(names.map((name) => [renamed[name] ?? name, read(name)]))), []);
  });

  it("is smaller than 1.5 MB", () => assert.ok(statSync(vsix).size < 1.5e6, `${statSync(vsix).size} bytes`));

  it("has no native code", () => {
    for (const name of names) assert.doesNotMatch(name, /\.(?:node|so|dll|dylib|exe|wasm)$/);
  });

  it("has a page for each rule, and the pictures that the pages show", () => {
    for (const page of readdirSync(join(root, "rules", "docs")).filter((name) => name.endsWith(".md"))) {
      assert.ok(names.includes(`extension/rules/docs/${page}`), page);
      for (const [, picture] of readFileSync(join(root, "rules", "docs", page), "utf8").matchAll(
        /!\[[^\]]*\]\(([^)\s]+)\)/g,
      )) {
        assert.ok(
          picture !== undefined && names.includes(join("extension/rules/docs", picture)),
          `${picture} of ${page}`,
        );
      }
    }
  });

  it("says nothing of the machine that made it, and sends nothing anywhere", () => {
    const unpacked = ["client/dist/extension.cjs", "server/dist/server.js"].map((path) =>
      execFileSync("unzip", ["-p", vsix, `extension/${path}`], { encoding: "utf8", maxBuffer: 1e8 }),
    );
    for (const text of unpacked) {
      assert.equal(text.includes(root), false);
      assert.doesNotMatch(text, /createTelemetryLogger|applicationinsights|dc\.services\.visualstudio/);
    }
  });
});
