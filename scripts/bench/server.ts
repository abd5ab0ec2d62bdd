import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client, Folder } from "../../server/test/lsp-client.ts";
import { sourceOf } from "./source.ts";

/** Modules of the large folder, and how many of them import the one that all need. */
const MODULES = 5000;
const IMPORTERS = 200;
const STROKES = 30;
/** One module of so many opens a port. */
const EVERY = 25;
const LISTEN = 'require("node:http").createServer().listen(3000);\n';

/**
 * The built language server in a folder of 5,000 files: how much memory it takes above that of an empty folder, and how long it
 * takes from a keystroke to the findings in a file that nobody imports and in one that 200 others import.
 */
export async function serverBench(program: string): Promise<void> {
  const empty = await memoryIn(new Folder({ "package.json": "{}", "a.js": LISTEN }), program, 1);
  const above = (await memoryIn(projectFolder(), program, Math.ceil((MODULES - 2) / EVERY))) - empty;
  console.log(`The server takes ${above.toFixed(0)} MB more after ${MODULES} files than after one.`);
  const folder = projectFolder();
  const client = await Client.start(folder, { pull: true, program });
  const alone = await strokesIn(client, folder, "src/alone.ts");
  const shared = await strokesIn(client, folder, "src/shared.ts");
  await client.stop();
  folder.remove();
  console.log(
    `From a keystroke to the findings (median): ${alone.toFixed(1)} ms in a file that nobody imports, ${shared.toFixed(1)} ms in one that ${IMPORTERS} files import.`,
  );
  for (const [good, what] of [
    [above < 150, "less than 150 MB after 5,000 files"],
    [shared - alone < 100, "less than 100 ms more for 200 importers"],
  ] as const)
    console.log(`${good ? "yes" : "NO "} ${what}`);
}

/** Resident memory in MB of a server that has checked a folder, once it has told of so many files with findings. */
async function memoryIn(folder: Folder, program: string, files: number): Promise<number> {
  const client = await Client.start(folder, { program });
  const told = () => [...client.pushed.values()].filter((each) => each.length > 0).length;
  await client.until(`findings in ${files} files`, () => told() >= files, 120_000);
  const memory = memoryOf(client.pid);
  await client.stop();
  folder.remove();
  return memory;
}

/** A program of many modules, a Git checkout as most are; some open a port. */
function projectFolder(): Folder {
  const folder = new Folder({ "package.json": '{ "type": "module" }' });
  const listen = (port: string) =>
    `import http from "node:http";\nimport { port } from "./shared.js";\nexport const server = http.createServer();\nserver.listen(${port});\n`;
  mkdirSync(join(folder.path, "src"));
  const write = (name: string, text: string) => writeFileSync(join(folder.path, "src", name), text);
  write("alone.ts", `${listen("3000")}${sourceOf(200)}`);
  write("shared.ts", `export const port = 4000;\n${sourceOf(200)}`);
  for (let i = 0; i < MODULES - 2; i++)
    write(
      `module${i}.ts`,
      [
        i < IMPORTERS ? 'import { port } from "./shared.js";\n' : "",
        `import { value as other } from "./module${(i * 7 + 1) % (MODULES - 2)}.js";\n`,
        i % EVERY === 0
          ? listen(i < IMPORTERS ? "port" : "5000").replace('import { port } from "./shared.js";\n', "")
          : "",
        `export const value = other + ${i};\n`,
        "export function sum(rows: readonly number[]): number {\n  return rows.reduce((all, each) => all + each, value);\n}\n",
      ].join(""),
    );
  execFileSync("git", ["init", "-q"], { cwd: folder.path });
  return folder;
}

/** Milliseconds, the median. */
async function strokesIn(client: Client, folder: Folder, name: string): Promise<number> {
  const uri = folder.uri(name);
  const text = readFileSync(join(folder.path, name), "utf8");
  await client.open(uri, text);
  await client.pull(uri);
  const times: number[] = [];
  for (let i = 0; i < STROKES; i++) {
    const start = performance.now();
    await client.change(uri, [{ text: `${text}// ${"x".repeat(i % 7)}\n` }]);
    await client.pull(uri);
    times.push(performance.now() - start);
  }
  await client.close(uri);
  return times.sort((a, b) => a - b)[STROKES >> 1] as number;
}

/** Resident memory of a process in MB, as Linux says it. */
function memoryOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
