import assert from "node:assert/strict";
import type { Status } from "../../server/src/lsp/protocol.ts";
import { notRunning, STARTING, viewOf } from "../src/status-view.ts";

const READY: Status = {
  state: "ready",
  message: "ready",
  configuration: { source: "recommended", inForce: "recommended rules, all platforms" },
};
const wrong = (...problems: string[]) => viewOf({ ...READY, state: "error", message: "1 wrong setting", problems });

describe("the status item", () => {
  it("is busy while the server starts or checks the workspace", () => {
    assert.equal(STARTING.busy, true);
    const { text, busy } = viewOf({ ...READY, state: "scanning", message: "checking the workspace" });
    assert.deepEqual({ text, busy }, { text: "portreuse: checking the workspace", busy: true });
  });

  it("says what is in force when all is well", () => {
    const view = viewOf(READY);
    assert.equal(view.detail, "recommended rules, all platforms");
    assert.equal(view.severity, "information");
    assert.equal(view.busy, false);
  });

  it("says in a few words which setting is wrong, and leads to it", () => {
    const key = wrong("package.json: portreuse.nodes: no such setting. Did you mean node?");
    assert.equal(key.text, "portreuse: 1 wrong setting");
    assert.equal(key.severity, "warning");
    for (const [problems, detail, way] of [
      [["package.json: portreuse.nodes: no such setting."], "portreuse.nodes in package.json", "problems"],
      [["b/package.json: portreuse.rules: x: Invalid"], "portreuse.rules in b/package.json", "problems"],
      [["package.json:1:2: this is no JSON: x."], "package.json:1:2", "problems"],
      [["portreuse.hover: expected an object", "x: y"], "portreuse.hover and 1 more", "settings"],
      [["The ESLint configuration of a cannot be used: x"], "see the log", "output"],
    ] as const) {
      const view = wrong(...problems);
      assert.deepEqual({ detail: view.detail, way: view.way }, { detail, way });
    }
  });

  it("offers a restart when the server does not run, with so few words that the offer is in sight", () => {
    const { text, severity, way, detail } = notRunning();
    assert.deepEqual({ severity, way }, { severity: "error", way: "restart" });
    assert.ok(`${text} – ${detail}`.length <= 40, detail);
  });
});
