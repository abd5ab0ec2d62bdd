import assert from "node:assert/strict";
import { mayTakeOptions, writesClientOption } from "../../src/prefilter/client-text.ts";

const WRITES = [
  "net.connect({ port, localAddress: ip });",
  "net.connect({ port, localAddress });",
  "const localAddress = ip;",
  "options.localAddress = ip;",
  "options.localAddress ??= ip;",
  "options['localAddress'] = ip;",
  'options = { "localAddress": ip };',
  "net.connect({ localPort: 5000 });",
  "const name = 'localAddress';",
  "class Client { constructor(private localAddress: string) {} dial() { net.connect({ localAddress: this.localAddress }); } }",
  "net.connect({ localAddress: (await addresses())[0] });",
  "net.connect({ localAddress: text ? text : null });",
];

const WRITES_NOT = [
  "console.log(socket.localAddress);",
  "if (socket.localPort === 5000) {}",
  "interface Options { localAddress?: string }",
  "interface Info { localAddress: Address | null; localPort: number }",
  "type Info = { localAddress: string, localPort: number };",
  "const keys = ['localAddress', 'localPort', 'lookup'];",
  "const OPTIONS = { localAddress: { type: 'any' }, localPort: { type: 'any' } };",
  "const DEFAULTS = { localAddress: undefined, localPort: null };",
  "const localAddresses = [];",
];

const TAKES = [
  "import net from 'net'; import { options } from './options.js'; net.connect(options);",
  "import { connect } from 'node:net'; import o from './o.js'; connect(o);",
  "import { connect as dial, request } from 'https'; import o from './o.js'; request(o.http, () => {});",
  "const { get } = require('http'); const o = require('./o'); get(url, o, done);",
  "const https = require('https'); const o = require('./o'); https.request(Object.assign({}, o));",
  "import tls from 'tls'; import { o } from '#options'; tls.connect({ port, ...o });",
  "import it from 'net'; import { o } from './o.js'; it.createConnection(o, done);",
  "import * as all from 'net'; import { o } from './o.js'; all.connect(o);",
  "import { connect as make } from 'net'; import { o } from './o.js'; make(o);",
  "const { request: make } = require('http'); const o = require('./o'); make(o);",
  "const make = require('http').request; const o = require('./o'); make(o);",
  "const $it = await import('node:net'); const o = require('./o'); $it.connect(o);",
];

const TAKES_NOT = [
  "import net from 'net'; net.connect(options);",
  "import { options } from './options.js'; net.connect(options);",
  "import http from 'http'; import './a.js'; class Map { get(key) { return this.all[key]; } }",
  "import http from 'http'; import './a.js'; class Map { get(key, or) { return this.all[key] ?? or; } }",
  "import http from 'http'; import './a.js'; class Map { get(key: string): Value { return this.all[key]; } }",
  "import http from 'http'; import './a.js'; function get(key) { return all[key]; }",
  "import http from 'http'; import './a.js'; get(key);",
  "import http from 'http'; import './a.js'; all.get(key);",
];

describe("what a text shows of clients", () => {
  for (const text of WRITES) it(`sets an option: ${text}`, () => assert.equal(writesClientOption(text), true));
  for (const text of WRITES_NOT) it(`sets none: ${text}`, () => assert.equal(writesClientOption(text), false));
  for (const text of TAKES) it(`takes options: ${text}`, () => assert.equal(mayTakeOptions(text), true));
  for (const text of TAKES_NOT) it(`takes none: ${text}`, () => assert.equal(mayTakeOptions(text), false));
});
