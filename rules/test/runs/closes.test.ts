import assert from "node:assert/strict";
import { closes } from "../../src/runs/closes.ts";
import { marked } from "../analysis/marked.ts";

const CLOSED = [
  "«app».close();",
  "«app».shutdown();",
  "«app».forceStop();",
  "«app».gracefulstop();",
  "«app».stopAll();",
  "«app».killWorkers();",
  "«app».server.close();",
  "«app».getHttpServer().close();",
  "«closeApp»();",
  "after(() => «app».close());",
  "after(«app».close);",
  "(await «app»).close();",
  "«app»?.close();",
  "(«app»?.server).close();",
  "«app»!.close();",
  "(«app» as any).close();",
  "closeAll(«app»);",
  "helper.tearDown(«app»);",
  "terminator.terminate(«app».server);",
  "const server = «app».listen(0); server.close();",
  "const server = await «app».listen(0); server.close();",
  "let server; server = «app».listen(0); after(() => server.close());",
  "const { server } = «app»; server.close();",
  "const { a: { server } } = «app»; server.close();",
  "const { server = none } = «app»; server.close();",
  "let server; ({ server } = «app»); server.close();",
  "const a = «app», b = a, c = b; c.close();",
  "let a, b, c; a = «app»; b = a; c = b; c.close();",
  "let port, server; ({ port, server } = «app»); server.close();",
  "const server = «app»; const stop = server.close;",
];
const OPEN = [
  "«app»;",
  "«app».listen(0);",
  "«app».nonstop();",
  "«app».skill();",
  "«app».restop();",
  "use(«app»);",
  "close.use(«app»);",
  "all[«app»].close();",
  "if («app») close();",
  "close(() => «app»);",
  "const server = «app».listen(0); other.close();",
  "const [server] = «app»; server.close();",
  "let server = 1; «server» = other; server.close();",
  "const server = «app»; server.listen(0);",
  "let a = «app»; a = close;",
  "const a = «app», b = a, c = b, d = c; d.close();",
  "let a, b, c, d; a = «app»; b = a; c = b; d = c; d.close();",
];

describe("whether a test closes what it has loaded", () => {
  for (const code of CLOSED) it(`does: ${code}`, () => assert.equal(closes(marked(code)), true));
  for (const code of OPEN) it(`does not: ${code}`, () => assert.equal(closes(marked(code)), false));
});
