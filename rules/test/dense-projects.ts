/**
 * Projects in which many ways lead from one file to another: modules that load, export and start each other, configurations
 * that rest on each other. Each has its listens in "src/server.js", or in "src/server.ts".
 */
export type Project = Readonly<Record<string, string | object>>;

const IMPORTS = [
  'import net from "node:net";',
  'import http from "node:http";',
  'import cluster from "node:cluster";',
  'import { join } from "node:path";',
  'import { fork, spawn } from "node:child_process";',
  'import { Worker } from "node:worker_threads";\n',
].join(" ");
export const LISTENS = "net.createServer().listen(3000);";
const MANIFEST = { name: "dense", private: true, type: "module" };

/** `of(0)`, `of(1)` … `of(n - 1)`. */
function times<T>(n: number, of: (i: number) => T): T[] {
  return Array.from({ length: n }, (_, i) => of(i));
}

export function list(n: number, of: (i: number) => string, between = " "): string {
  return times(n, of).join(between);
}

/** `of` of all numbers below `n` but one. */
function others(n: number, one: number, of: (i: number) => string): string {
  return list(n, (i) => (i === one ? "" : of(i)), "\n");
}

function files(n: number, of: (i: number) => Project): Project {
  return Object.assign({}, ...times(n, of)) as Project;
}

/** A package whose server does this. */
export function program(code: string, rest: Project = {}, manifest: object = {}): Project {
  return { "package.json": { ...MANIFEST, ...manifest }, "src/server.js": `${IMPORTS}${code}`, ...rest };
}

/** Modules that all do something with all the others, of which the server is one. */
function ring(n: number, of: (other: string) => string, code = LISTENS): Project {
  const name = (i: number) => (i === 0 ? "server" : `w${i}`);
  const module = (i: number) => `${IMPORTS}${others(n, i, (j) => of(name(j)))}\n${code}`;
  return {
    "package.json": { ...MANIFEST, scripts: { start: "node src/server.js" } },
    ...files(n, (i) => ({ [`src/${name(i)}.js`]: module(i) })),
  };
}

/** By what is dense in them: the project, and the port of its first listen, where that is known. */
export const denseProjects: Readonly<Record<string, readonly [project: Project, port: number | null]>> = {
  "modules that export everything of all the others, and one of them of one more": [
    program('import { port } from "./m0.js"; net.createServer().listen(port);', {
      ...files(20, (i) => ({
        [`src/m${i}.js`]: `${others(20, i, (j) => `export * from "./m${j}.js";`)} export * from "./last${i}.js";`,
      })),
      "src/last0.js": "export const port = 3001;",
    }),
    3001,
  ],
  "modules that export everything of two others each, where nobody has the name": [
    program('import { port } from "./a20.js"; net.createServer().listen(port);', {
      ...files(21, (i) => {
        const stars = `export * from "./a${i - 1}.js"; export * from "./b${i - 1}.js";`;
        const text = i === 0 ? "export const other = 1;" : stars;
        return { [`src/a${i}.js`]: text, [`src/b${i}.js`]: text };
      }),
    }),
    null,
  ],
  "values that come from the next module in two ways": [
    program('import { port } from "./m20.js"; net.createServer().listen(port);', {
      ...files(21, (i) => ({
        [`src/m${i}.js`]:
          i === 0
            ? "export const port = process.env.PORT; export const other = process.env.OTHER;"
            : `import { port as a, other as b } from "./m${i - 1}.js"; export const port = a || b, other = b || a;`,
      })),
    }),
    null,
  ],
  "modules that load each other under conditions": [
    ring(
      16,
      (other) => `if (cluster.isWorker) import("./${other}.js"); else if (process.argv[2]) import("./${other}.js");`,
      `if (cluster.isPrimary) cluster.fork(); else ${LISTENS}`,
    ),
    3000,
  ],
  "modules that start each other": [
    ring(12, (other) => `new Worker(new URL("./${other}.js", import.meta.url)); fork("src/${other}.js");`),
    3000,
  ],
  "modules that say of each other that the workers run them": [
    ring(14, (other) => `cluster.setupPrimary({ exec: "src/${other}.js" }); if (cluster.isPrimary) cluster.fork();`),
    3000,
  ],
  "configurations of TypeScript that extend three others each": [
    {
      "package.json": MANIFEST,
      "tsconfig.json": { extends: ["./c/a0.json", "./c/b0.json"] },
      ...files(16, (i) =>
        files(3, (j) => ({
          [`c/${"abc"[j]}${i}.json`]: {
            extends: i === 15 ? [] : [`./a${i + 1}.json`, `./b${i + 1}.json`, `./c${i + 1}.json`],
            compilerOptions: i === 15 ? { paths: { "@/*": ["../src/*"] } } : {},
          },
        })),
      ),
      "src/port.ts": "export const port = 3003;",
      "src/server.ts": `${IMPORTS}import { port } from "@/port"; net.createServer().listen(port);`,
    },
    3003,
  ],
  "configurations of TypeScript that all extend all the others": [
    {
      "package.json": MANIFEST,
      "tsconfig.json": { extends: "./tsconfig.c0.json" },
      ...files(20, (i) => ({
        [`tsconfig.c${i}.json`]: {
          extends: times(20, (j) => `./tsconfig.c${j}.json`).filter((_, j) => j !== i),
          references: times(20, (j) => ({ path: `./tsconfig.c${j}.json` })),
        },
      })),
      "src/server.ts": `${IMPORTS}import { port } from "@/port"; net.createServer().listen(port);`,
    },
    null,
  ],
  "folders whose main fields all lead to the next folder": [
    program(`${list(6, (i) => `import port${i} from "../d0${"/.".repeat(i)}";`)} net.createServer().listen(port0);`, {
      ...files(14, (i) => ({
        [`${list(i + 1, (j) => `d${j}`, "/")}/package.json`]: {
          source: `./d${i + 1}`,
          main: `./d${i + 1}`,
          module: `./d${i + 1}`,
        },
      })),
    }),
    null,
  ],
  "tasks of Deno that depend on two others each": [
    {
      "deno.json": {
        tasks: files(24, (i) => ({
          [`t${i}`]: i === 0 ? "deno run src/server.ts" : { dependencies: [`t${i - 1}`, `u${i - 1}`] },
          [`u${i}`]: { dependencies: i === 0 ? [] : [`t${i - 1}`, `u${i - 1}`] },
        })),
      },
      "src/server.ts": "Deno.listen({ port: 3004 });",
    },
    3004,
  ],
  "scripts that start lists of lists of apps, which run scripts": [
    program(
      LISTENS,
      {
        "ecosystem.config.cjs": [
          'const a0 = [{ script: "npm run again" }];',
          list(20, (i) => `const a${i + 1} = [...a${i}, ...a${i}];`),
          "module.exports = { apps: a20 };",
        ].join("\n"),
        Procfile: list(20, (i) => `web${i}: npm run again & npm run again`, "\n"),
      },
      { scripts: { again: "pm2 start ecosystem.config.cjs & npm start", start: "npm run again && npm run again" } },
    ),
    3000,
  ],
};
