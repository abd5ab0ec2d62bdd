import assert from "node:assert/strict";
import { join } from "node:path";
import { dependencyOf, namesOf, type Dependency } from "../../src/program/dependencies.ts";
import { configurationsOf } from "../../src/program/configurations.ts";
import { manifestsOf } from "../../src/program/manifests.ts";
import { inMemory } from "./tree.ts";

const ROOT = "/srv";

/** What the manifests say of a package that a file in a directory imports. */
function dependency(files: Readonly<Record<string, string | object>>, name: string, from = ROOT): Dependency {
  const memory = inMemory("/", files);
  return dependencyOf(manifestsOf(memory, configurationsOf(memory), ROOT), ROOT, name, from);
}

const dependencyOn = (written: string, more = {}) =>
  dependency({ "srv/package.json": { dependencies: { x: written }, ...more } }, "x");

describe("a dependency, as package.json writes it", () => {
  for (const [written, names, range] of [
    ["^1.2.3", ["x"], "^1.2.3"],
    [" ^1.2.3 ", ["x"], "^1.2.3"],
    ["1.x", ["x"], "1.x"],
    [">=1 <3 || 5", ["x"], ">=1 <3 || 5"],
    ["1 - 3", ["x"], "1 - 3"],
    ["", ["x"], null],
    ["*", ["x"], null],
    ["x", ["x"], null],
    ["latest", ["x"], null],
    ["next-7", ["x"], null],
    ["workspace:*", ["x"], null],
    ["workspace:^1.2.3", ["x"], null],
    ["workspace:real@*", ["real"], null],
    ["workspace:@acme/real@^1", ["@acme/real"], null],
    ["workspace:../real", ["x"], null],
    ["npm:real", ["real"], null],
    ["npm:real@", ["real"], null],
    ["npm:real@^4", ["real"], "^4"],
    ["npm:real@latest", ["real"], null],
    ["npm:@acme/real@~4.1", ["@acme/real"], "~4.1"],
    ["npm:@acme/real", ["@acme/real"], null],
    ["jsr:@acme/real@1", ["@acme/real"], "1"],
    ["npm:h3@1", ["h3"], "1"],
    // Yarn: another version of the same package, from the registry.
    ["npm:^4", ["x"], "^4"],
    ["npm:4.x", ["x"], "4.x"],
    ["npm:", ["x"], null],
    ["npm:@", ["x"], null],
    ["github:user/repo", ["x", "repo"], null],
    ["github:user/repo#v20.1.0", ["x", "repo"], null],
    ["gitlab:user/repo", ["x", "repo"], null],
    ["bitbucket:user/repo", ["x", "repo"], null],
    ["github:user/x", ["x"], null],
    ["user/repo", ["x", "repo"], null],
    ["user/repo.js#semver:^1", ["x", "repo.js"], null],
    ["my.user/my-repo", ["x", "my-repo"], null],
    ["git://example.com/user/repo", ["x", "repo"], null],
    ["git://example.com/user/repo.git", ["x", "repo"], null],
    ["git+ssh://git@example.com/user/repo.git#main", ["x", "repo"], null],
    ["git+https://example.com/user/my.gitrepo", ["x", "my.gitrepo"], null],
    ["https://example.com/user/repo.git", ["x", "repo"], null],
    ["http://example.com/user/repo.git", ["x", "repo"], null],
    ["ssh://git@example.com/user/repo.git", ["x", "repo"], null],
    // A tarball may hold anything.
    ["https://example.com/user/repo-1.0.0.tgz", ["x"], null],
    ["https://example.com/repo.git/archive", ["x"], null],
    ["file:x-1.0.0.tgz", ["x"], null],
    ["file:../x.tar.gz", ["x"], null],
    ["./x.tar", ["x"], null],
    ["file:///srv/x", ["x"], null],
  ] as const)
    it(JSON.stringify(written), () =>
      assert.deepEqual(dependencyOn(written), { names, range, directory: null, listed: true }),
    );

  for (const [written, directory] of [
    ["file:local", "/srv/local"],
    ["file:./local", "/srv/local"],
    ["link:../local", "/local"],
    ["portal:/local#x", "/local"],
    ["./local", "/srv/local"],
    ["../local", "/local"],
    ["/local", "/local"],
    ["file:my.tgz-files", "/srv/my.tgz-files"],
    ["file:tgz", "/srv/tgz"],
  ] as const)
    it(`${JSON.stringify(written)} is a directory`, () =>
      assert.deepEqual(dependencyOn(written), { names: ["x"], range: null, directory, listed: true }));

  it("gives its names to whoever has package.json alone", () => {
    assert.deepEqual(namesOf("uws", "github:uNetworking/uWebSockets.js#v20.48.0"), ["uws", "uWebSockets.js"]);
    assert.deepEqual(namesOf("web", "npm:express@^4"), ["express"]);
    assert.deepEqual(namesOf("express", "^4"), ["express"]);
  });
});

describe("where a dependency is written", () => {
  for (const list of ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies"])
    it(`may be ${list}`, () =>
      assert.equal(dependency({ "srv/package.json": { [list]: { x: "^1" } } }, "x").range, "^1"));
  it("may be the imports of deno.json", () =>
    assert.deepEqual(dependency({ "srv/deno.json": { imports: { x: "npm:real@4" } } }, "x"), {
      names: ["real"],
      range: "4",
      directory: null,
      listed: true,
    }));
  it("is the first list that has it, in the nearest manifest", () => {
    const files = {
      "srv/package.json": { dependencies: { x: "^1", y: "^1" } },
      "srv/a/package.json": { devDependencies: { x: "^2" }, peerDependencies: { x: "^3" }, dependencies: { x: 4 } },
    };
    assert.equal(dependency(files, "x", "/srv/a/b").range, "^2");
    assert.equal(dependency(files, "y", "/srv/a/b").range, "^1");
    assert.equal(dependency(files, "x").range, "^1");
  });
  it("is nowhere", () => {
    const nowhere = { names: ["x"], range: null, directory: null, listed: false };
    assert.deepEqual(
      dependency({ "srv/package.json": { dependencies: { y: "^1" }, imports: { x: "^1" } } }, "x"),
      nowhere,
    );
    assert.deepEqual(dependency({}, "x"), nowhere);
    assert.deepEqual(dependency({ "package.json": { dependencies: { x: "^1" } } }, "x"), nowhere);
  });
});

describe("a version in a catalog", () => {
  const range = (catalog: Readonly<Record<string, string | object>>, written = "catalog:", from = ROOT) =>
    dependency({ [join(from, "package.json").slice(1)]: { dependencies: { x: written } }, ...catalog }, "x", from)
      .range;
  const pnpm = (text: string) => ({ "srv/pnpm-workspace.yaml": text });

  for (const [written, expected] of [
    ["catalog:", "^1"],
    ["catalog:default", "^1"],
    ["catalog: old ", "^0.1"],
    ["catalog:old", "^0.1"],
    ["catalog:none", null],
    ["xcatalog:", null],
    ["^3", "^3"],
  ] as const)
    it(`"${written}" is ${expected}`, () =>
      assert.equal(range(pnpm("catalog: { x: ^1 }\ncatalogs: { old: { x: ^0.1 } }"), written), expected));
  it("may be the one named default", () => {
    const text = "catalogs: { default: { x: ^1 } }";
    assert.equal(range(pnpm(text)), "^1");
    assert.equal(range(pnpm(text), "catalog:default"), "^1");
  });
  it("does not lead to another catalog", () =>
    assert.equal(range(pnpm("catalog: { x: 'catalog:old' }\ncatalogs: { old: { x: ^0.1 } }")), null));
  it("may have another name", () =>
    assert.deepEqual(
      dependency(
        { "srv/package.json": { dependencies: { x: "catalog:" } }, ...pnpm("catalog: { x: 'npm:real@^2' }") },
        "x",
      ),
      { names: ["real"], range: "^2", directory: null, listed: true },
    ));
  for (const [title, files] of [
    ["Yarn's", { "srv/.yarnrc.yml": "catalog: { x: ^1 }" }],
    ["Bun's, at the top", { "srv/package.json": { catalog: { x: "^1" } } }],
    ["Bun's, in workspaces", { "srv/package.json": { workspaces: { packages: [], catalog: { x: "^1" } } } }],
    ["one further up", { "srv/pnpm-workspace.yaml": "catalog: { x: ^1 }", "srv/package.json": {} }],
    ["one in a directory without manifests", { "srv/a/pnpm-workspace.yaml": "catalog: { x: ^1 }" }],
  ] as const)
    it(`is ${title}`, () => assert.equal(range(files, "catalog:", "/srv/a/b"), "^1"));
  it("is not taken from above the root", () =>
    assert.equal(range({ "pnpm-workspace.yaml": "catalog: { x: ^1 }" }), null));
});
