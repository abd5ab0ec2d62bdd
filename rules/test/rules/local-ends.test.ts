import { table } from "./found.ts";

const CLIENTS = `import net from "node:net"; import tls from "node:tls"; import http from "node:http"; import { Agent, ProxyAgent } from "undici";
`;

table("a constant local port", "no-fixed-local-port", CLIENTS, [
  ["net.connect({ port: 1, localPort: 5000 });", "fixedPort@1"],
  ["net.connect({ port: 1, localPort: '5000' });", ""],
  ["net.connect({ port: 1, localPort: 0 });", ""],
  ["net.connect({ port: 1, localPort: undefined });", ""],
  ["net.connect({ port: 1, localPort });", ""],
  ["net.connect({ path: '/run/a', localPort: 5000 });", ""],
  ["const bound = new net.BoundSocket({ port: 5000 });\nkeep(bound);", ""],
  ["tls.connect({ port: 1, localPort: 5000 });", "fixedPort@1"],
  ["http.get({ port: 1, localPort: 5000 });", "fixedPort@1"],
  ["net.createServer().listen({ port: 1, localPort: 5000 });", ""],
  ["const bound = new net.BoundSocket({ port: 5000 });\nnew net.Socket({ handle: bound }).connect(1);", "fixedPort@1"],
  ["const bound = new net.BoundSocket({ port: 0 });\nnew net.Socket({ handle: bound }).connect(1);", ""],
  ["const bound = new net.BoundSocket({ port: 5000 });\nnet.createServer().listen(bound);", ""],
]);

table("a bind before a connection", "no-bind-before-connect", CLIENTS, [
  ["net.connect({ port: 1, localAddress: '10.0.0.1' });", "address@1"],
  ["net.connect({ port: 1, localAddress: from });", "address@1"],
  ["net.connect({ port: 1, localAddress: '0.0.0.0' });", "wildcard@1"],
  ["net.connect({ port: 1, localAddress: '::' });", "wildcard@1"],
  ["net.connect({ port: 1, localAddress: '' });", ""],
  ["net.connect({ port: 1, localAddress: false });", ""],
  ["net.connect({ port: 1, localAddress: undefined });", ""],
  ["net.connect({ port: 1 });", ""],
  ["net.connect({ port: 1, localAddress: '10.0.0.1', localPort: 5000 });", ""],
  ["net.connect({ port: 1, localAddress: '10.0.0.1', localPort: 0 });", "address@1"],
  ["net.connect({ port: 1, localAddress: '10.0.0.1', localPort: '0' });", "address@1"],
  ["net.connect({ port: 1, localAddress: '10.0.0.1', localPort: undefined });", "address@1"],
  ["net.connect({ port: 1, localAddress: '10.0.0.1', localPort: somewhere });", ""],
  ["net.connect({ path: '/run/a', localAddress: '10.0.0.1' });", ""],
  ["net.connect({ port: 1, ...(process.platform === 'linux' && { localAddress: '10.0.0.1' }) });", "address@1"],
  ["net.connect({ port: 1, ...(process.platform === 'darwin' && { localAddress: '10.0.0.1' }) });", ""],
  ["if (process.platform === 'darwin') net.connect({ port: 1, localAddress: '10.0.0.1' });", ""],
  ["if (process.platform === 'linux') net.connect({ port: 1, localAddress: '10.0.0.1' });", "address@1"],
  ["http.get({ port: 1, localAddress: '10.0.0.1' });", "address@1"],
  ["http.get({ port: 1, localAddress: '10.0.0.1', agent: other });", "address@1"],
  ["http.get({ port: 1, localAddress: '10.0.0.1', agent: new ProxyAgent(url) });", ""],
  ["http.get({ socketPath: '/run/a', localAddress: '10.0.0.1' });", ""],
  ["new http.Agent({ localAddress: '10.0.0.1' });", "address@1"],
  ["new Agent({ localAddress: '10.0.0.1' });", "address@1"],
  ["net.createServer().listen({ port: 1, localAddress: '10.0.0.1' });", ""],
  [
    "const bound = new net.BoundSocket({ host: '10.0.0.1' });\nnew net.Socket({ handle: bound }).connect(1);",
    "boundSocket@1",
  ],
  ["const bound = new net.BoundSocket({ port: 0 });\nnew net.Socket({ handle: bound }).connect(1);", "boundSocket@1"],
  ["const bound = new net.BoundSocket({ port: 5000 });\nnew net.Socket({ handle: bound }).connect(1);", ""],
  ["const bound = new net.BoundSocket({ port });\nnew net.Socket({ handle: bound }).connect(1);", ""],
  ["const bound = new net.BoundSocket({ host: '10.0.0.1' });", ""],
]);
table(
  "a bind before a connection, away from Linux",
  "no-bind-before-connect",
  CLIENTS,
  [["net.connect({ port: 1, localAddress: '10.0.0.1' });", ""]],
  { settings: { platforms: ["darwin", "win32"] } },
);

const RAW = `import koffi from "koffi";
const libc = koffi.load("libc.so.6");
const socket = libc.func("int socket(int, int, int)");
const setsockopt = libc.func("int setsockopt(int, int, int, void *, int)");
const bind = libc.func("int bind(int, void *, int)");
const listen = libc.func("int listen(int, int)");
const connect = libc.func("int connect(int, void *, int)");
const any = Buffer.alloc(16); any.writeUInt16LE(2, 0);
const web = Buffer.alloc(16); web.writeUInt16LE(2, 0); web.writeUInt16BE(80, 2);
const fd = socket(2, 1, 0);
`;
table("a raw bind before a connection", "no-bind-before-connect", RAW, [
  ["bind(fd, any, 16);\nconnect(fd, to, 16);", "rawBind@1"],
  ["bind(fd, web, 16);\nconnect(fd, to, 16);", ""],
  ["bind(fd, unknown, 16);\nconnect(fd, to, 16);", ""],
  ["connect(fd, to, 16);\nbind(fd, any, 16);", ""],
  ["bind(fd, any, 16);\nlisten(fd, 5);", ""],
  ["bind(fd, any, 16);\nconnect(other, to, 16);", ""],
  ["setsockopt(fd, 0, 24, one, 4);\nbind(fd, any, 16);\nconnect(fd, to, 16);", ""],
  ["bind(fd, any, 16);\nsetsockopt(fd, 0, 24, one, 4);\nconnect(fd, to, 16);", ""],
  ["setsockopt(fd, a, b, one, 4);\nbind(fd, any, 16);\nconnect(fd, to, 16);", ""],
  ["setsockopt(fd, 1, 2, one, 4);\nbind(fd, any, 16);\nconnect(fd, to, 16);", "rawBind@2"],
  ["const udp = socket(2, 2, 0);\nbind(udp, any, 16);\nconnect(udp, to, 16);", ""],
  ["keep(fd);\nbind(fd, any, 16);\nconnect(fd, to, 16);", ""],
]);
table("a raw socket that is to be used again", "require-reuse-option", RAW, [
  ["bind(fd, web, 16);\nlisten(fd, 5);", "rawRestart@2"],
  ["bind(fd, any, 16);\nlisten(fd, 5);", ""],
  ["bind(fd, unknown, 16);\nlisten(fd, 5);", "rawRestart@2"],
  ["listen(fd, 5);\nbind(fd, web, 16);", ""],
  ["bind(other, web, 16);\nlisten(fd, 5);", ""],
  ["setsockopt(fd, 1, 2, one, 4);\nbind(fd, web, 16);\nlisten(fd, 5);", ""],
  ["setsockopt(fd, 1, 15, one, 4);\nbind(fd, web, 16);\nlisten(fd, 5);", ""],
  ["setsockopt(fd, a, b, one, 4);\nbind(fd, web, 16);\nlisten(fd, 5);", ""],
  ["setsockopt(fd, 0, 24, one, 4);\nbind(fd, web, 16);\nlisten(fd, 5);", "rawRestart@3"],
  ["bind(fd, web, 16);\nlisten(fd, 5);\nsetsockopt(fd, 1, 2, one, 4);", "rawRestart@2"],
  ["const udp = socket(2, 2, 0);\nbind(udp, web, 16);\nlisten(udp, 5);", ""],
]);
table("a socket option that comes late", "no-late-socket-option", RAW, [
  ["bind(fd, web, 16);\nsetsockopt(fd, 1, 2, one, 4);", "late@2"],
  ["bind(fd, web, 16);\nsetsockopt(fd, 1, 15, one, 4);", "late@2"],
  ["bind(fd, any, 16);\nsetsockopt(fd, 0, 24, one, 4);", "late@2"],
  ["bind(fd, web, 16);\nsetsockopt(fd, 6, 1, one, 4);", ""],
  ["bind(fd, web, 16);\nsetsockopt(fd, a, b, one, 4);", ""],
  ["setsockopt(fd, 1, 2, one, 4);\nbind(fd, web, 16);", ""],
  ["bind(other, web, 16);\nsetsockopt(fd, 1, 2, one, 4);", ""],
  ["if (x) bind(fd, web, 16);\nsetsockopt(fd, 1, 2, one, 4);", "late@2"],
  ["if (x) bind(fd, web, 16);\nelse setsockopt(fd, 1, 2, one, 4);", ""],
]);
