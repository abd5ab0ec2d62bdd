import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "../../scripts/e2e/install.ts";

/** A folder of its own for a test, removed by `remove`. */
export interface Folder {
  path: string;
  remove(): void;
}

/** A folder of this name with these files, by their path in it. */
export function folderOf(files: Readonly<Record<string, string>>, name = "app"): Folder {
  const above = mkdtempSync(join(tmpdir(), "portreuse-folder-"));
  const path = join(above, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return { path, remove: () => rmSync(above, { recursive: true, force: true }) };
}

/** A copy of the sample workspace, for tests that change it. */
export function sampleWorkspace(): Folder {
  const folder = folderOf({}, "workspace");
  cpSync(join(root, "test-fixtures", "workspace"), folder.path, {
    recursive: true,
    filter: (source) => !/node_modules|[\\/]dist$/.test(source.slice(root.length)),
  });
  return folder;
}

/** What an online editor's template for a web application makes: the listen that works there, and not on a Mac. */
export const TEMPLATE = {
  "package.json": `${JSON.stringify({ name: "rest-express", version: "1.0.0", type: "module", scripts: { dev: "tsx server/index.ts" }, dependencies: { express: "^4.21.2" } }, null, 2)}\n`,
  "server/index.ts": `import express from "express";
import { createServer } from "http";

const app = express();
app.use(express.json());
app.get("/api/health", (_req, res) => res.json({ ok: true }));

const server = createServer(app);
const port = parseInt(process.env.PORT || "5000", 10);
server.listen({ port, host: "0.0.0.0", reusePort: true }, () => {
  console.log(\`serving on port \${port}\`);
});
`,
};

const MISTAKE = `import { createServer } from "node:http";

createServer((_request, response) => response.end("ok")).listen({ port: 8080, reusePort: true });
`;

/**
 * A project that lints with eslint-plugin-portreuse. Its configuration leaves a trace, `eslint-was-here`, when it is run;
 * its levels differ from those of \`recommended\`: of the two findings in src/server.mjs only one is left, as a warning.
 */
export function projectWithEslint(): Folder {
  const folder = folderOf({
    "package.json": JSON.stringify({
      name: "linted",
      type: "module",
      devDependencies: { eslint: "*", "eslint-plugin-portreuse": "*" },
    }),
    "eslint.config.js": `import { writeFileSync } from "node:fs";
import portreuse from "eslint-plugin-portreuse";

writeFileSync(new URL("eslint-was-here", import.meta.url), "");
export default [{ files: ["**/*.mjs"], plugins: { portreuse }, rules: { "portreuse/no-unguarded-reuse-port": "warn" } }];
`,
    "src/server.mjs": MISTAKE,
  });
  mkdirSync(join(folder.path, "node_modules"));
  symlinkSync(join(root, "node_modules", "eslint"), join(folder.path, "node_modules", "eslint"));
  symlinkSync(join(root, "rules"), join(folder.path, "node_modules", "eslint-plugin-portreuse"));
  return folder;
}

/** A stand-in for the ESLint extension, packaged: it does nothing, but it is there, and that is what counts. */
export function eslintExtension(): Folder & { vsix: string } {
  const manifest = {
    publisher: "dbaeumer",
    name: "vscode-eslint",
    version: "0.0.0",
    engines: { vscode: "^1.100.0" },
    activationEvents: ["onStartupFinished"],
    main: "main.js",
    files: ["main.js"],
  };
  const folder = folderOf({ "package.json": JSON.stringify(manifest), "main.js": "exports.activate = () => {};\n" });
  const vsix = join(folder.path, "stand-in.vsix");
  const vsce = join(root, "node_modules", "@vscode", "vsce", "vsce");
  execFileSync(
    process.execPath,
    [vsce, "package", "--no-dependencies", "--skip-license", "--allow-missing-repository", "--out", vsix],
    { cwd: folder.path, stdio: ["ignore", "ignore", "inherit"], timeout: 60_000 },
  );
  return { ...folder, vsix };
}
