import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import ts from "typescript";
import { textsModule } from "../src/service/connect-helper/embed.ts";
import { helperText, type Dialect } from "../src/service/connect-helper/variants.ts";
import { open } from "./service-fixture.ts";
import { applied } from "./service-helper.ts";

const modules = fileURLToPath(new URL("../../node_modules", import.meta.url));

/** Serves once on loopback and asks itself through the agent that the file exports, from 127.0.0.9. */
const PROGRAM: Record<string, string> = {
  mjs: 'import http from "node:http";\nconst agent = new http.Agent({ localAddress: "127.0.0.9" });\nconst server = http.createServer((request, response) => response.end(request.socket.remoteAddress)).listen(0, "127.0.0.1", () =>\n  http.get({ host: "127.0.0.1", port: server.address().port, agent }, (response) => response.setEncoding("utf8").on("data", (from) => { console.log(from); server.close(); })));\n',
};
PROGRAM["cjs"] = (PROGRAM["mjs"] as string).replace(
  'import http from "node:http"',
  'const http = require("node:http")',
);
PROGRAM["ts"] = (PROGRAM["mjs"] as string)
  .replace("server.address().port", "(server.address() as { port: number }).port")
  .replace("(from)", "(from: string)");

describe("service: the connect helper as a file", () => {
  it("is the tested one", () => {
    const embedded = readFileSync(new URL("../src/service/connect-helper/texts.ts", import.meta.url), "utf8");
    assert.ok(
      embedded === textsModule(),
      "the embedded text is old: run tsx server/src/service/connect-helper/embed.ts",
    );
  });

  it("has no findings of its own", () => {
    for (const dialect of ["mjs", "cjs", "ts"] as const) {
      for (const through of ["ffi", "koffi"] as const)
        assert.deepEqual(
          open(helperText(through, dialect), { path: `src/connect-no-port.${dialect}` }).diagnostics.map(
            (each) => each.message,
          ),
          [],
        );
    }
  });

  for (const dialect of ["mjs", "cjs", "ts"] as const) {
    it(`connects from the address, as .${dialect}`, async function () {
      if (process.platform !== "linux") this.skip();
      this.timeout(30_000);
      const from = await run(dialect);
      assert.equal(from.trim(), "127.0.0.9");
    });
  }

  it("type-checks where it is used", function () {
    this.timeout(30_000);
    const { text, files } = applied(
      'import http from "node:http";\n\nexport const agent: http.Agent = new http.Agent({ localAddress: "127.0.0.9", keepAlive: true });\n',
      { path: "a.ts", package: { type: "module" } as object },
    );
    inFolder((directory) => {
      const paths = [
        write(directory, "a.ts", text),
        ...Object.entries(files).map(([uri, content]) => write(directory, basename(uri), content)),
      ];
      const program = ts.createProgram(paths, {
        module: ts.ModuleKind.NodeNext,
        moduleResolution: ts.ModuleResolutionKind.NodeNext,
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        types: ["node"],
        typeRoots: [join(modules, "@types")],
      });
      assert.deepEqual(
        ts.getPreEmitDiagnostics(program).map((each) => ts.flattenDiagnosticMessageText(each.messageText, " ")),
        [],
      );
    });
  });
});

async function run(dialect: Dialect): Promise<string> {
  const name = `program.${dialect}`;
  const { text, files } = applied(PROGRAM[dialect] as string, { path: name, package: { type: "module" } as object });
  const directory = folder();
  try {
    write(directory, "package.json", '{"type":"module"}');
    for (const [uri, content] of Object.entries(files)) write(directory, basename(uri), content);
    const main = write(directory, name, text);
    const loader = dialect === "ts" ? ["--import", "tsx"] : [];
    const { stdout } = await promisify(execFile)(process.execPath, [...loader, main], {
      cwd: directory,
      timeout: 20_000,
    });
    return stdout;
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function inFolder(work: (directory: string) => void): void {
  const directory = folder();
  try {
    work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), "portreuse-helper-"));
  symlinkSync(modules, join(directory, "node_modules"));
  return directory;
}

function write(directory: string, name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}
