import assert from "node:assert/strict";
import { checkText } from "../../server/src/lint/problems.ts";

const HEAD = 'import { Agent, get } from "node:https";\nimport axios from "axios";\n';
const AGENT = "new Agent({ localAddress: process.env.SOURCE_IP })";

/** Whether the finding at the Agent offers to keep its connections open. */
function offered(code: string): boolean {
  const problems = checkText({
    text: HEAD + code,
    path: "src/a.js",
    settings: { host: {}, hostName: "settings", package: null },
    levels: { "no-bind-before-connect": { level: "error" } },
  });
  const mine = problems.filter((each) => each.messageId === "address");
  assert.equal(mine.length, 1, code);
  return mine[0]?.suggestions().some((each) => each.messageId === "keepAlive") ?? false;
}

describe("the suggestion to keep connections open", () => {
  const kept = [
    `export const agent = ${AGENT};`,
    `export function make() { return ${AGENT}; }`,
    `export const make = () => ${AGENT};`,
    `export class Client { agent = ${AGENT}; }`,
    `export class Client { constructor() { this.agent = ${AGENT}; } }`,
    `export class Pinned extends Agent { constructor() { super({ localAddress: process.env.SOURCE_IP }); } }`,
    `export function client() { const agent = ${AGENT}; return { fetch: (url) => get(url, { agent }) }; }`,
    `export function client() { return axios.create({ httpsAgent: ${AGENT} }); }`,
    `let shared; export function fetch(url) { shared ??= ${AGENT}; return get(url, { agent: shared }, () => shared.destroy()); }`,
  ];
  const single = [
    `export const fetch = (url) => { get(url, { agent: ${AGENT} }); };`,
    `export function fetch(url) { const agent = ${AGENT}; get(url, { agent }); }`,
    `export async function fetch(url) { const options = { agent: ${AGENT} }; await get(url, options); }`,
  ];
  for (const code of kept) it(`is made for ${code}`, () => assert.equal(offered(code), true));
  for (const code of single) it(`is not made for ${code}`, () => assert.equal(offered(code), false));
});
