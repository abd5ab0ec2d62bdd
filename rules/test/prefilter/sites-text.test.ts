import assert from "node:assert/strict";
import { mayTakeOptions } from "../../src/prefilter/client-text.ts";
import { mayConcern, mayHaveSites, type Trigger } from "../../src/prefilter.ts";
import { fixturesIn } from "../fixtures.ts";

const OTHERS: readonly Trigger[] = [];

describe("whether a text can hold a site", () => {
  for (const [text, expected] of [
    ["server.listen(3000);", true],
    ["server . listen(3000);", true],
    ["server?.listen(3000);", true],
    ["this.#listen(3000);", true],
    ["server.listeners(3000);", false],
    ["server.relisten(3000);", false],
    ["const a = 1; f(a);", false],
    ["setsockopt(fd, 1, 15);", true],
    ["setsockopts(fd, 1, 15);", false],
    ["const { serve } = Bun;", true],
    ["const bun = Bun;", true],
    ["const { Deno } = globalThis;", true],
    ["const { x } = global;", true],
    ["f(globalThis);", false],
    ["f(Bun);", false],
    ["Bun.version;", false],
    ["import s from './s.js'; s.bind(5000);", true],
    ["import s from './s.js'; s.bind({ port });", true],
    ["import s from './s.js'; s.bind(config.port);", true],
    ["import s from './s.js'; s.bind(PORT);", true],
    ["import s from './s.js'; s.bind(this);", false],
    ["import s from './s.js'; s.bind(host);", false],
    ["import s from './s.js'; s.rebind(5000);", false],
    ["import s from 's'; s.bind(5000);", false],
    ["import s from '#s'; s.bind(5000);", true],
    ["import s from '@/s'; s.bind(5000);", true],
    ["import s from '../s'; s.bind(5000);", true],
    ["export default { fetch };", true],
    ["export default { get };", false],
    ["import { Hono } from 'hono'; const app = new Hono(); export default app;", true],
    ["import { Hono } from 'hono'; const app = new Hono(); export { app as default };", true],
    ["import { Hono } from 'hono'; const app = new Hono(); module.exports = app;", true],
    ["import { Hono } from 'hono'; const app = new Hono(); export = app;", true],
    ["import { Hono } from 'hono'; const app = new Hono(); export const a = app;", false],
    ["import { Hono } from 'homo'; const app = new Hono(); export default app;", false],
  ] as [string, boolean][])
    it(`${text} ${expected ? "can" : "cannot"}`, () => assert.equal(mayConcern(text, OTHERS), expected));
});

describe("what only some rules look for", () => {
  for (const [text, trigger] of [
    ["import express from 'express'; app.on('error', f);", "handlers"],
    ["const express = require('express'); app.once('error', f);", "handlers"],
    ["import Koa from 'koa'; app.addListener('error', f);", "handlers"],
    ["import https from 'node:https'; f({ agent: new https.Agent() });", "agents"],
    ["import https from 'node:https'; f({ agent: false });", "agents"],
  ] as [string, Trigger][])
    it(text, () => {
      assert.equal(mayConcern(text, [trigger]), true);
      assert.equal(mayConcern(text, OTHERS), false);
      assert.equal(mayConcern(text, trigger === "agents" ? ["handlers"] : ["agents"]), false);
      assert.equal(mayHaveSites(text), true);
    });
  for (const text of [
    "import express from 'express'; app.on('close', f);",
    "import express from 'express'; app.off('error', f);",
    "import express from 'expressed'; app.on('error', f);",
    "app.on('error', f);",
    "f({ agent: false });",
    "import https from 'node:https'; f({ agent: true });",
  ])
    it(`not ${text}`, () => {
      assert.equal(mayConcern(text, ["handlers", "agents"]), false);
      assert.equal(mayHaveSites(text), false);
    });
});

describe("the look for all of it at once", () => {
  const fixtures = fixturesIn("");

  it("passes over no text that one of the others holds for worth it", () => {
    const all: readonly Trigger[] = ["handlers", "agents"];
    const isWorthIt = (text: string) => mayConcern(text, all) || mayTakeOptions(text);
    // Statements by themselves, too: what a whole file holds besides may be why it is passed on.
    const texts = new Set(fixtures.flatMap(({ text }) => [text, ...text.split(/\n\s*\n/), ...text.split("\n")]));
    const wrong = [...texts].filter((text) => mayHaveSites(text) !== isWorthIt(text));
    assert.deepEqual(wrong, []);
    const worth = [...texts].filter(isWorthIt).length;
    assert.ok(worth > 1000 && texts.size - worth > 1000, `${worth} of ${texts.size}`);
  });
});
