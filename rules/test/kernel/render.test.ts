import assert from "node:assert/strict";
import type { Fact } from "../../src/kernel/fact.ts";
import { facts } from "../../src/kernel/facts.ts";
import { renderFact } from "../../src/kernel/render.ts";

const sample: Fact = {
  id: "sample-fact",
  group: "restart",
  title: "TIME_WAIT and SO_REUSEADDR",
  summary: "Without SO_REUSEADDR bind() fails with EADDRINUSE; see ip(7).",
  detail: "ESTABLISHED is a state. Write reusePort: true or net.ipv4.tcp_tw_reuse=1 as they are.",
  since: "Linux 3.9",
  platforms: ["linux"],
  sources: ["socket(7)"],
  experiment: "time-wait",
};

describe("renderFact", () => {
  it("writes Markdown for a hover, with identifiers as code and man pages and states plain", () => {
    assert.equal(
      renderFact(sample, "markdown"),
      "**TIME_WAIT and `SO_REUSEADDR`.** Without `SO_REUSEADDR` `bind()` fails with `EADDRINUSE`; see ip(7). ESTABLISHED is a state. Write `reusePort: true` or `net.ipv4.tcp_tw_reuse=1` as they are. Since: Linux 3.9.",
    );
  });

  it("writes plain text without any mark-up", () => {
    assert.equal(
      renderFact(sample, "plaintext"),
      "TIME_WAIT and SO_REUSEADDR. Without SO_REUSEADDR bind() fails with EADDRINUSE; see ip(7). ESTABLISHED is a state. Write reusePort: true or net.ipv4.tcp_tw_reuse=1 as they are. Since: Linux 3.9.",
    );
  });

  it("writes a section for a page, with anchor, sources and experiment", () => {
    const page = renderFact(sample, "page");
    assert.match(page, /^### <a id="sample-fact"><\/a>TIME_WAIT and `SO_REUSEADDR`\n/);
    assert.match(page, /- Sources: socket\(7\)\n/);
    assert.match(page, /`npm run lab -- --fact sample-fact`/);
    assert.doesNotMatch(page, /Read, not run/);
    const partly = renderFact({ ...sample, read: ["bind() fails with EADDRINUSE"] }, "page");
    assert.match(partly, /- Read, not run: “`bind\(\)` fails with `EADDRINUSE`”\n/);
    assert.match(renderFact({ ...sample, experiment: null, fromSource: true }, "page"), /- Experiment: from source\n/);
  });

  it("leaves no back-tick open in any fact", () => {
    for (const each of facts) assert.equal((renderFact(each, "markdown").match(/`/g)?.length ?? 0) % 2, 0, each.id);
  });
});
