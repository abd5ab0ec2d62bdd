import assert from "node:assert/strict";
import { HOME, runsIn } from "../../rules/test/runs/project.ts";
import { open } from "./service-fixture.ts";

const LIBRARY =
  'import net from "node:net"; export { connect as dial, createConnection } from "node:net";' +
  "export const options = { port: 3000, localAddress: '10.0.0.1' }; export const log = () => {};" +
  "export const server = net.createServer();";

/** What a hover at the `|` stands over, in a file beside the library; null where there is no hover. */
function over(code: string, known = true): string | null {
  const marked = `import net from "node:net"; import { dial, log, options, server } from "./library.js"; ${code}`;
  const runs = runsIn({ "package.json": {}, "library.js": LIBRARY, "main.js": marked.replace("|", "") });
  const program = { filename: `${HOME}main.js`, runs: () => runs };
  const { document, hovered } = open(marked, { path: "main.js", ...(known && { program }) });
  const found = hovered();
  return found ? document.getText(found.range) : null;
}

describe("service: a hover of what another file declares", () => {
  const rows: readonly (readonly [code: string, over: string | null])[] = [
    ["di|al(3000);", "dial"],
    ["dial|(3000);", "dial"],
    ["dial(|3000);", null],
    ["dial(3000); lo|g();", null],
    ["dial(3000); |net.isIP(x);", null],
    ["server.lis|ten(3000);", "listen"],
    ["net.conn|ect(options);", "connect"],
  ];
  for (const [code, expected] of rows) it(code, () => assert.equal(over(code), expected));

  it("is there only where the project is known", () => assert.equal(over("di|al(3000);", false), null));

  it("shows the options of a client that stand in the other file", () => {
    const text = 'import net from "node:net"; import { options } from "./library.js"; net.conn|ect(options);';
    const runs = runsIn({ "package.json": {}, "library.js": LIBRARY, "main.js": text.replace("|", "") });
    const program = { filename: `${HOME}main.js`, runs: () => runs };
    assert.match(open(text, { path: "main.js", program }).hover() ?? "", /10\.0\.0\.1/);
    assert.doesNotMatch(open(text, { path: "main.js" }).hover() ?? "", /10\.0\.0\.1/);
  });
});
