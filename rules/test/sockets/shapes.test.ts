import assert from "node:assert/strict";
import { sitesIn } from "./sites.ts";

/** Calls that nobody's package is known for, and whether they are taken for one of a socket: "listen", "connect", "create", "". */
function table(title: string, rows: readonly (readonly [code: string, expected: string])[]): void {
  describe(title, () => {
    for (const [code, expected] of rows)
      it(code, () => {
        const ops = sitesIn(code).flatMap((each) => (each.kind === "shaped" ? [each.op] : []));
        assert.equal(ops.join(), expected);
      });
  });
}

table("a listen that is known by its port", [
  ["it.listen(3000);", "listen"],
  ["it.listen(port);", "listen"],
  ["it.listen(config.PORT);", "listen"],
  ["it.listen(process.env.PORT);", "listen"],
  ["it.listen(process.env.PORT || 3000);", "listen"],
  ["it.listen(dev && port);", ""],
  ["it.listen(x || 3000);", "listen"],
  ["it.listen(dev ? 3000 : x);", "listen"],
  ["it.listen(dev ? x : 3000);", "listen"],
  ["it.listen(+process.env.X);", "listen"],
  ["it.listen(-port);", ""],
  ["it.listen(Number(x));", "listen"],
  ["it.listen(parseInt(x, 10));", "listen"],
  ["it.listen(config.get('port'));", "listen"],
  ["it.listen(config.get('server.port'));", "listen"],
  ["it.listen(config.get('topic'));", ""],
  ["it.listen(config.fetch('port'));", ""],
  ["it.listen(getPort());", "listen"],
  ["it.listen(await getPort());", "listen"],
  ["it.listen('3000');", "listen"],
  ["it.listen('3');", ""],
  ["it.listen('topic');", ""],
  ["it.listen(0);", ""],
  ["it.listen(70000);", ""],
  ["it.listen(x);", ""],
  ["it.listen();", ""],
  ["it.listen(...args);", ""],
  ["const n = 3000; it.listen(n);", "listen"],
  ["let n; it.listen(n);", ""],
  ["function f(n = 3000) { it.listen(n); }", "listen"],
  ["function f(n) { it.listen(n); }", ""],
  ["it.listen({ port: 3000 });", "listen"],
  ["it.listen({ host });", ""],
  ["it.listen({ reusePort: true });", "listen"],
  ["it.listen({ host, reusePort });", "listen"],
  ["it.hear(3000);", ""],
  ["listen(3000);", ""],
]);

table("arguments that no server takes", [
  ["it.listen(3000, '0.0.0.0');", "listen"],
  ["it.listen(3000, 'localhost');", "listen"],
  ["it.listen(3000, '::1');", "listen"],
  ["it.listen(3000, '');", "listen"],
  ["it.listen(3000, 'topic');", ""],
  ["it.listen(3000, true);", ""],
  ["it.listen(3000, /x/);", ""],
  ["it.listen(3000, 10);", "listen"],
  ["it.listen(3000, null);", "listen"],
  ["it.listen(3000, () => {});", "listen"],
  ["it.listen(3000, (error) => {});", "listen"],
  ["it.listen(3000, (err) => {});", "listen"],
  ["it.listen(3000, (e) => {});", "listen"],
  ["it.listen(3000, (listenErr) => {});", "listen"],
  ["it.listen(3000, (_) => {});", "listen"],
  ["it.listen(3000, function (message) {});", ""],
  ["it.listen(3000, ({ data }) => {});", ""],
  ["it.listen(3000, '0.0.0.0', (message) => {});", ""],
  ["it.listen({ port: 3000 }, (message) => {});", "listen"],
]);

table("receivers that are no servers", [
  ["class It { listen(port) {} } new It().listen(3000);", ""],
  ["class It extends Base {} new It().listen(3000);", "listen"],
  ["class It {} new It().listen(3000);", ""],
  ["const it = { listen() {} }; it.listen(3000);", ""],
  ["const it = { listen() { this.server.listen.apply(this.server, arguments); } }; it.listen(3000);", "listen"],
  ["const it = { listen(...all) { this.server.listen(...all); } }; it.listen(3000);", "listen"],
  ["const it = { listen(port) { this.server.start(port); } }; it.listen(3000);", ""],
  ["document.listen(3000);", ""],
  ["window.listen(3000);", ""],
]);

table("a datagram socket that somebody makes", [
  ["createSocket({ type: 'udp4', reuseAddr: true });", "create"],
  ["createSocket({ type: 'udp6', reusePort: true });", "create"],
  ["it.createSocket({ type: 'udp4', reuseAddr: true });", "create"],
  ["createSocket({ type: kind, reuseAddr: true });", "create"],
  ["createSocket({ type: 'tcp', reuseAddr: true });", ""],
  ["createSocket({ reuseAddr: true });", ""],
  ["createSocket({ type: 'udp4' });", ""],
  ["new createSocket({ type: 'udp4', reuseAddr: true });", ""],
  ["makeSocket({ type: 'udp4', reuseAddr: true });", ""],
]);

table("a connection from a local address", [
  ["it.connect({ host: 'a', localAddress: '10.0.0.1' });", "connect"],
  ["it.connect({ hostname: 'a', localAddress });", "connect"],
  ["it.connect({ port: 80, localAddress });", "connect"],
  ["it.request({ agent, localAddress });", "connect"],
  ["it.get(url, { host: 'a', localAddress });", "connect"],
  ["it.createConnection(a, b, { port: 1, localAddress });", "connect"],
  ["it.connect({ localAddress });", ""],
  ["it.connect({ host: 'a' });", ""],
  ["it.open({ host: 'a', localAddress });", ""],
  ["it.connect({ host: 'a', localAddress: socket.localAddress });", ""],
  ["it.connect({ host: 'a', localAddress: this.conn.localAddress });", ""],
  ["it.connect({ host: 'a', localAddress: settings.localAddress });", "connect"],
  ["it.connect({ host: 'a', localAddress: socket.address });", "connect"],
  ["class It { go() { this.connect({ host: 'a', localAddress }); } connect(options) {} }", ""],
  ["new HttpClient({ localAddress: '10.0.0.1' });", "connect"],
  ["new it.ProxyAgent({ localAddress });", "connect"],
  ["new ConnectionPool({ localAddress });", "connect"],
  ["new ClientSocket({ localAddress });", "connect"],
  ["new Clients({ localAddress });", ""],
  ["new HttpClient({ host: 'a' }, localAddress);", ""],
  ["class MyClient {} new MyClient({ localAddress });", ""],
  ["class MyClient extends Base {} new MyClient({ localAddress });", "connect"],
  [
    "import { EventEmitter } from 'node:events'; class MyClient extends EventEmitter {} new MyClient({ localAddress });",
    "",
  ],
  ["function MyClient() {} new MyClient({ localAddress });", ""],
]);
