// Bundles what is shipped: the plugin, the command line, the language server and the VS Code client.
import { build } from "esbuild";
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

// Of a package.json only what the product says about itself, not its dependencies and scripts.
const ownManifest = {
  name: "own-manifest",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) => {
      if (path.includes("node_modules")) return null;
      const { name, version, homepage, engines } = JSON.parse(readFileSync(path, "utf8"));
      return { contents: JSON.stringify({ name, version, homepage, engines }), loader: "json" };
    });
  },
};

// The scope manager can declare the globals of TypeScript's libraries. The parser asks for none, and they are as large as the rest.
const noLibraries = {
  name: "no-libraries",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]scope-manager[\\/]dist[\\/]lib[\\/]index\.js$/ }, () => ({
      contents: "exports.lib = new Map();",
      loader: "js",
    }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20.19",
  logLevel: "warning",
  legalComments: "none",
  charset: "utf8",
  metafile: true,
  // In the files themselves, so that the next build without it leaves nothing behind.
  sourcemap: process.argv.includes("--source-maps") && "inline",
  plugins: [ownManifest, noLibraries],
  // What its package.json names first asks for its parts through a require that no bundler sees.
  alias: { "jsonc-parser": "jsonc-parser/lib/esm/main.js" },
};

// Dependencies in CommonJS ask for Node's own modules through require, which an ES module has to make for itself.
const esm = {
  format: "esm",
  banner: {
    js: 'import { createRequire as portreuseRequire } from "node:module"; const require = portreuseRequire(import.meta.url);',
  },
};

// The plugin loads its parser, a file beside it, when it first needs one; CommonJS has no import.meta.
const commonJsUrl = {
  banner: { js: 'const portreuseUrl = require("node:url").pathToFileURL(__filename).href;' },
  define: { "import.meta.url": "portreuseUrl" },
};

const here = (path) => existsSync(join(root, path));

// The plugin is left readable: people look into a lint rule that speaks to them.
const plugin = { ...common, entryPoints: ["rules/src/eslint.ts"] };
const programs = Object.fromEntries(
  ["cli", "server", "scan-worker", "eslint-config-worker"]
    .map((name) => [name, `server/src/${name}.ts`])
    .filter(([, path]) => here(path)),
);

const built = await Promise.all([
  build({ ...plugin, format: "esm", outfile: "rules/dist/index.js" }),
  build({
    ...plugin,
    format: "cjs",
    outfile: "rules/dist/index.cjs",
    footer: { js: "module.exports = module.exports.default;" },
    ...commonJsUrl,
  }),
  build({
    ...common,
    format: "cjs",
    entryPoints: ["rules/src/parse/parse-file.ts"],
    outfile: "rules/dist/parser.cjs",
    minifyWhitespace: true,
    minifySyntax: true,
  }),
  ...["rules", "server"].map((folder) =>
    build({
      ...common,
      format: "cjs",
      entryPoints: [fileURLToPath(import.meta.resolve("yaml"))],
      outfile: `${folder}/dist/yaml.cjs`,
      minifyWhitespace: true,
      minifySyntax: true,
    }),
  ),
  Object.keys(programs).length > 0 &&
    build({
      ...common,
      ...esm,
      entryPoints: programs,
      outdir: "server/dist",
      chunkNames: "chunks/[name]-[hash]",
      splitting: true,
      minifyWhitespace: true,
      minifySyntax: true,
    }),
  here("client/src/extension.ts") &&
    build({
      ...common,
      format: "cjs",
      entryPoints: ["client/src/extension.ts"],
      outfile: "client/dist/extension.cjs",
      external: ["vscode"],
      minify: true,
      keepNames: true,
    }),
]);
const [modulePlugin, , parser, yaml, , server, client] = built;
for (const types of ["index.d.ts", "index.d.cts"])
  cpSync(join(root, "rules/types", types), join(root, "rules/dist", types));
writeLicences("rules/dist", modulePlugin, parser, yaml);
// npm packs a licence that stands beside the package.json.
for (const folder of ["rules", "server"]) cpSync(join(root, "LICENSE"), join(root, folder, "LICENSE"));
if (server) {
  removeStale(server);
  writeLicences("server/dist", server, yaml);
  if (here("rules/docs")) cpSync(join(root, "rules/docs"), join(root, "server/dist/docs"), { recursive: true });
}
if (client) writeLicences("client/dist", client);

/** Chunks have names of their content; those of an earlier build would only make the package larger. */
function removeStale({ metafile }) {
  const chunks = join(root, "server/dist/chunks");
  if (!existsSync(chunks)) return;
  for (const name of readdirSync(chunks))
    if (!(`server/dist/chunks/${name}` in metafile.outputs)) rmSync(join(chunks, name));
}

/** The licences of everything that was bundled ask to travel with it. */
function writeLicences(directory, ...bundles) {
  const inputs = bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const folders = new Set(inputs.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  const texts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
    const file = readdirSync(join(root, folder)).find((entry) => /^licen[cs]e/i.test(entry));
    return `${name} ${version} (${license})\n\n${file ? readFileSync(join(root, folder, file), "utf8").trim() : "Its package holds no licence text."}\n`;
  });
  writeFileSync(join(root, directory, "third-party-licenses.txt"), texts.join(`\n${"-".repeat(72)}\n\n`));
}
