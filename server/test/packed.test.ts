import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import plugin from "../../rules/src/eslint.ts";
import { LISTEN } from "./cli.ts";
import { deadLinks } from "../../scripts/dead-links.ts";
import { OXLINT_VERSION } from "../../scripts/oxlint.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const require = createRequire(import.meta.url);
const temporary = realpathSync(mkdtempSync(join(tmpdir(), "portreuse-packed-")));
const tarballs = { plugin: "", server: "" };
const contents: { plugin: string[]; server: string[] } = { plugin: [], server: [] };

const versionOf = (name: string) =>
  (JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")) as { version: string }).version;
// What loads TypeScript into this process is not installed in those projects.
const { NODE_OPTIONS: _options, ...env } = process.env;
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: "utf8", env, stdio: ["ignore", "pipe", "pipe"] });
/** Of a linter, that ends with 1 when it finds something. */
const output = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd, env, encoding: "utf8" });

/** A project with nothing but these packages and files. */
function project(name: string, packages: readonly string[], files: Readonly<Record<string, string>>): string {
  const directory = join(temporary, name);
  mkdirSync(directory);
  for (const [path, text] of Object.entries({ "package.json": `{ "name": "${name}", "private": true }`, ...files }))
    writeFileSync(join(directory, path), text);
  run(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--no-save",
      "--ignore-scripts",
      "--prefer-offline",
      "--loglevel=error",
      ...packages,
    ],
    directory,
  );
  return directory;
}

interface Results {
  filePath: string;
  messages: { ruleId: string | null; message: string; line: number }[];
}

function findings(directory: string, config?: string): Record<string, string[]> {
  const { stdout, stderr } = output(
    directory,
    "node",
    "node_modules/eslint/bin/eslint.js",
    "--format",
    "json",
    ...(config ? ["-c", config] : []),
    "src",
  );
  assert.notEqual(stdout, "", stderr);
  return Object.fromEntries(
    (JSON.parse(stdout) as Results[]).map(({ filePath, messages }) => [
      filePath.slice(directory.length + 1),
      messages.map((each) => `${each.line} ${each.ruleId ?? each.message}`),
    ]),
  );
}

const JAVASCRIPT = {
  "eslint.config.mjs":
    'import { defineConfig } from "eslint/config";\nimport portreuse from "eslint-plugin-portreuse";\nexport default defineConfig(portreuse.configs.recommended);\n',
  "eslint.strict.cjs":
    'const { defineConfig } = require("eslint/config");\nconst portreuse = require("eslint-plugin-portreuse");\nmodule.exports = defineConfig({ plugins: { portreuse }, extends: ["portreuse/strict"] });\n',
};

function withSource(directory: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(directory, "src"));
  for (const [path, text] of Object.entries(files)) writeFileSync(join(directory, "src", path), text);
  return directory;
}

describe("packed", function () {
  this.timeout(300_000);

  before(() => {
    run(process.execPath, [join(root, "scripts/build.mjs")], root);
    for (const [name, folder] of [
      ["plugin", "rules"],
      ["server", "server"],
    ] as const) {
      const [packed] = JSON.parse(
        run("npm", ["pack", "--json", "--silent", "--pack-destination", temporary], join(root, folder)),
      ) as { filename: string; files: { path: string }[] }[];
      tarballs[name] = join(temporary, packed?.filename ?? "");
      contents[name] = packed?.files.map((each) => each.path) ?? [];
    }
  });
  after(() => rmSync(temporary, { recursive: true, force: true }));

  it("both packages link to nothing that they do not hold", () => {
    for (const name of ["plugin", "server"] as const) {
      const read = (path: string) =>
        path.endsWith(".md") ? run("tar", ["-xzOf", tarballs[name], `package/${path}`], temporary) : "";
      const files = new Map(contents[name].map((path) => [path, read(path)]));
      assert.ok([...files.keys()].filter((path) => path.endsWith(".md")).length > 15, name);
      assert.deepEqual(deadLinks(files), [], name);
    }
  });

  it("a link that leads nowhere is noticed", () => {
    const page =
      "# A b\n[x](y.md) [z](z.md#a-b) [h](https://x.y) [o](#no) ![p](i/p.png) [d](i)\n```md\n[c](c.md)\n```\n";
    const files = new Map(Object.entries({ "a.md": page, "z.md": "## A `b`\n", "i/q.png": "" }));
    assert.deepEqual(deadLinks(files), ["a.md → y.md", "a.md → #no", "a.md → i/p.png"]);
  });

  it("both packages are as publint wants them", async () => {
    for (const folder of ["rules", "server"]) {
      const { messages } = await publint({ pkgDir: join(root, folder), strict: true });
      const pkg = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as Record<string, unknown>;
      assert.deepEqual(
        messages.map((each) => formatMessage(each, pkg)),
        [],
      );
    }
  });

  it("the plugin's types resolve in every module system (attw)", () => {
    const { status, stdout, stderr } = output(
      temporary,
      process.execPath,
      join(dirname(require.resolve("@arethetypeswrong/cli/package.json")), "dist/index.js"),
      tarballs.plugin,
      "--no-color",
    );
    assert.equal(status, 0, stdout + stderr);
  });

  it("both packages hold the licence where npm and those who count licences look for it", () => {
    const licence = readFileSync(join(root, "LICENSE"), "utf8");
    for (const name of ["plugin", "server"] as const) {
      assert.ok(contents[name].includes("LICENSE"), name);
      assert.equal(run("tar", ["-xzOf", tarballs[name], "package/LICENSE"], temporary), licence);
      assert.ok(contents[name].includes("dist/third-party-licenses.txt"), name);
    }
  });

  it("the plugin is one small file that asks for nothing but Node's own modules", () => {
    for (const name of ["index.js", "index.cjs"]) {
      const text = readFileSync(join(root, "rules/dist", name), "utf8");
      const asked = [...text.matchAll(/^import .* from "(.+)";$|\brequire\("([^"]+)"\)/gm)].map(
        (each) => each[1] ?? each[2],
      );
      assert.ok(asked.length > 0, name);
      assert.deepEqual(
        asked.filter((each) => !each?.startsWith("node:")),
        [],
        name,
      );
      // The parser lies in a file beside it; what it was made with, ESLint and TypeScript, would be megabytes.
      for (const stranger of ["BABEL_PARSER_SYNTAX_ERROR", "createSourceFile(", "class Linter"])
        assert.ok(!text.includes(stranger), `${name} has ${stranger}`);
      assert.ok(text.length < 1_000_000, `${name} has ${text.length} characters`);
    }
  });

  it("the plugin holds its pages, and no dependency", () => {
    for (const path of [
      "dist/index.js",
      "dist/index.cjs",
      "dist/index.d.ts",
      "dist/index.d.cts",
      "dist/third-party-licenses.txt",
      ...Object.keys(plugin.rules).map((name) => `docs/${name}.md`),
    ])
      assert.ok(contents.plugin.includes(path), path);
    const manifest = JSON.parse(run("tar", ["-xzOf", tarballs.plugin, "package/package.json"], temporary)) as Record<
      string,
      unknown
    >;
    assert.deepEqual([manifest["dependencies"], manifest["peerDependencies"]], [undefined, { eslint: ">=9" }]);
  });

  for (const major of [9, 10])
    it(`the plugin runs in ESLint ${major} on JavaScript, where there is no TypeScript`, () => {
      const directory = withSource(project(`eslint-${major}`, [`eslint@${major}`, tarballs.plugin], JAVASCRIPT), {
        "a.mjs": LISTEN,
        "b.cjs": 'require("http").createServer().listen(3000);\n',
        // What is wrong with this one stands in another file, which the parser of the package reads.
        "c.mjs":
          'import http from "node:http";\nimport { port } from "./port.mjs";\nhttp.createServer().listen(port);\n',
        "port.mjs": "export const port = 40000;\n",
      });
      assert.equal(existsSync(join(directory, "node_modules/typescript")), false);
      const expected = {
        "src/a.mjs": ["2 portreuse/require-reuse-option"],
        "src/b.cjs": ["1 portreuse/require-reuse-option"],
        "src/c.mjs": ["3 portreuse/require-reuse-option", "3 portreuse/no-ephemeral-server-port"],
        "src/port.mjs": [],
      };
      assert.deepEqual(findings(directory), expected);
      assert.deepEqual(findings(directory, "eslint.strict.cjs"), expected);
      const script =
        'const required = require("eslint-plugin-portreuse"); import("eslint-plugin-portreuse").then(({ default: imported }) => console.log(JSON.stringify([required, imported].map((each) => [each.meta.name, Object.keys(each.rules).sort()]))))';
      const rules = [plugin.meta.name, Object.keys(plugin.rules).sort()];
      assert.deepEqual(JSON.parse(run("node", ["-e", script], directory)), [rules, rules]);
    });

  it("the plugin runs beside typescript-eslint, its types fit defineConfig, and oxlint reads the documented configuration", () => {
    const config = `import { defineConfig } from "eslint/config";
import portreuse, { type RuleName, type Settings } from "eslint-plugin-portreuse";
import tseslint from "typescript-eslint";
const settings: Settings = { node: ">=22.12", platforms: ["linux"] };
export const names: RuleName[] = [${Object.keys(plugin.rules)
      .map((name) => JSON.stringify(name))
      .join(", ")}];
export default defineConfig(tseslint.configs.base, portreuse.configs.recommended, { files: ["**/*.ts"], extends: [portreuse.configs.strict], settings: { portreuse: settings } });
`;
    const required =
      'import { defineConfig } from "eslint/config";\nimport portreuse = require("eslint-plugin-portreuse");\nconst names: portreuse.RuleName[] = ["require-reuse-option"];\nexport = [names, defineConfig({ plugins: { portreuse }, extends: ["portreuse/recommended"] }, portreuse.configs.strict)];\n';
    const directory = withSource(
      project(
        "typescript",
        [
          `eslint@${versionOf("eslint")}`,
          `typescript@${versionOf("typescript")}`,
          `typescript-eslint@${versionOf("typescript-eslint")}`,
          `oxlint@${OXLINT_VERSION}`,
          tarballs.plugin,
        ],
        {
          "config.mts": config,
          "required.cts": required,
          "tsconfig.json":
            '{ "compilerOptions": { "module": "NodeNext", "strict": true, "exactOptionalPropertyTypes": true, "noEmit": true, "types": [] }, "files": ["config.mts", "required.cts"] }',
          "eslint.config.mjs":
            'import { defineConfig } from "eslint/config";\nimport portreuse from "eslint-plugin-portreuse";\nimport tseslint from "typescript-eslint";\nexport default defineConfig(tseslint.configs.base, { files: ["**/*.ts"], extends: [portreuse.configs.strict] });\n',
        },
      ),
      {
        "a.ts":
          'import http, { type Server } from "node:http";\nconst server: Server = http.createServer();\nserver.listen(3000 as number);\nserver.listen;\n',
        "b.mts": LISTEN,
        // Mostly one line: a machine's work, which every host passes over.
        "c.min.mts": `${LISTEN}${"/**/".repeat(2_000)}\n`,
      },
    );
    assert.deepEqual(findings(directory), { "src/a.ts": ["3 portreuse/require-reuse-option"] });
    const { status, stdout } = output(directory, "node", "node_modules/typescript/bin/tsc", "-p", ".");
    assert.equal(status, 0, stdout);

    copyFileSync(join(root, "test-fixtures/oxlint/.oxlintrc.json"), join(directory, ".oxlintrc.json"));
    const oxlint = JSON.parse(
      output(directory, "node", "node_modules/oxlint/bin/oxlint", "--format", "json", "src").stdout,
    ) as { diagnostics: { code: string; filename: string }[] };
    assert.deepEqual(
      oxlint.diagnostics
        .map((each) => `${each.filename} ${each.code}`)
        .filter((each) => each.includes("portreuse"))
        .sort(),
      ["src/a.ts portreuse(require-reuse-option)", "src/b.mts portreuse(require-reuse-option)"],
    );
    // A rule that says more takes the place of another one here too, for oxlint asks for all rules before it walks.
    writeFileSync(join(directory, "twice.mjs"), `${LISTEN}http.createServer().listen(3000);\n`);
    const strict = {
      jsPlugins: ["eslint-plugin-portreuse"],
      rules: (plugin.configs.strict as { rules: object }).rules,
    };
    writeFileSync(join(directory, "strict.json"), JSON.stringify(strict));
    const twice = (...args: string[]) =>
      output(directory, "node", "node_modules/oxlint/bin/oxlint", ...args, "--format", "unix", "twice.mjs")
        .stdout.split("\n")
        .flatMap((line) => /:(\d+):\d+: .*portreuse\(([\w-]+)\)/.exec(line)?.slice(1).join(" ") ?? []);
    assert.deepEqual(twice(), ["2 require-reuse-option", "3 require-reuse-option"]);
    assert.deepEqual(twice("-c", "strict.json"), ["2 require-reuse-option", "3 no-duplicate-listen"]);
  });

  it("the configuration for oxlint has every rule at its recommended level", () => {
    const { rules } = JSON.parse(readFileSync(join(root, "test-fixtures/oxlint/.oxlintrc.json"), "utf8")) as {
      rules: object;
    };
    assert.deepEqual(rules, (plugin.configs.recommended as { rules: object }).rules);
  });

  it("the command line runs in an empty project, alone", () => {
    const directory = withSource(project("command-line", [tarballs.server], {}), { "a.ts": LISTEN });
    const portreuse = (...args: string[]) => output(directory, "npx", "--no-install", "portreuse", ...args);
    const { status, stdout } = portreuse("check", "--max-warnings", "0");
    assert.equal(status, 1);
    assert.match(stdout, /src\/a\.ts\n +2:21 +warning .* portreuse\/require-reuse-option/);
    assert.deepEqual(run("ls", ["node_modules"], directory).trim().split("\n"), ["portreuse"]);
    assert.equal(portreuse("src", "--max-warnings", "0", "--format", "codeframe").status, 1);
    assert.equal(portreuse("src", "--max-warnings", "0", "--format", "sarif").status, 1);
    assert.match(portreuse("explain", "require-reuse-option").stdout, /^require-reuse-option\n[^]*^What is wrong$/m);
    assert.match(portreuse("explain", "EADDRINUSE").stdout, /^EADDRINUSE\n/);
    assert.match(portreuse("rules").stdout, /^require-reuse-option /m);
    assert.match(portreuse("--fix-suggestions", "--dry-run").stdout, /^--- a\/src\/a\.ts\n/);
    assert.match(portreuse("init").stdout, /^Nothing was found out /);
    if (process.platform === "linux") assert.match(portreuse("who", "1/udp").stdout, /^UDP port 1 is free\.\n$/);
  });

  it("the commands say in a line that a Node.js is too old, before they load what it cannot", () => {
    const older = 'Object.defineProperty(process, "versions", { value: { ...process.versions, node: "18.20.8" } });';
    for (const file of ["cli", "server"]) {
      const { status, stderr } = output(
        temporary,
        process.execPath,
        "--import",
        `data:text/javascript,${encodeURIComponent(older)}`,
        join(root, `server/dist/${file}.js`),
        "--stdio",
      );
      assert.equal(status, 2);
      assert.match(stderr, /^portreuse\S*: Node\.js 20\.19 or later is needed, and this is 18\.20\.8\.\n$/);
    }
  });

  it("the command line finds the same in threads", function () {
    const directory = join(temporary, "many");
    mkdirSync(directory);
    writeFileSync(join(directory, "package.json"), '{ "portreuse": { "rules": { "no-fixed-local-prot": "off" } } }');
    const names = Array.from({ length: 40 }, (_, i) => `${String(i).padStart(2, "0")}.mjs`);
    for (const [i, name] of names.entries())
      writeFileSync(join(directory, name), `${LISTEN}${"// and words\n".repeat(i % 2 ? 9000 : 10)}`);
    const { status, stdout, stderr } = output(
      directory,
      process.execPath,
      join(root, "server/dist/cli.js"),
      "check",
      "--format",
      "github",
    );
    assert.equal(status, 2);
    assert.deepEqual(
      [...stdout.matchAll(/ file=([^,]+),line=2,/g)].map((each) => each[1]),
      names,
    );
    assert.equal(stderr.match(/Unknown rule "no-fixed-local-prot"/g)?.length, 1);
  });
});
