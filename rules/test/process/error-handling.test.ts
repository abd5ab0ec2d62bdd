import assert from "node:assert/strict";
import { facts } from "./code.ts";

const BEFORE =
  'import net from "node:net"; import dgram from "node:dgram"; import express from "express";' +
  'const server = net.createServer(); const socket = dgram.createSocket("udp4"); const app = express();';

function table(title: string, expected: boolean, codes: readonly string[], op?: "bind"): void {
  describe(title, () => {
    for (const code of codes)
      it(code, () => {
        const { process, site } = facts(`${BEFORE} ${code}`, "node", op);
        assert.equal(process.handlesUnsupported(site), expected);
      });
  });
}

table("ENOTSUP is looked at in what a listen gives back", true, [
  'app.listen(3000).on("error", (e) => e.code === "ENOTSUP");',
  'const http = app.listen(3000); http.once("error", (e) => e.code === "ENOTSUP");',
  'let http; http = app.listen(3000); http.on("error", (e) => e.code === "ENOTSUP");',
  'let codes; codes = []; codes = ["ENOTSUP"]; app.listen(1).on("error", (e) => codes.includes(e.code) && x());',
]);

table(
  "ENOTSUP is looked at where a bind fails",
  true,
  [
    'socket.bind(1).on("error", (e) => e.code === "ENOTSUP");',
    'dgram.createSocket("udp4").bind(1).on("error", (e) => e.code === "ENOTSUP");',
    'socket.on("error", (e) => e.code === "ENOTSUP"); socket.bind(1);',
  ],
  "bind",
);

table("ENOTSUP is not looked at where the errors of a listen arrive", false, [
  'app.listen(3000).on("request", (e) => e.code === "ENOTSUP");',
  'server.on("error", a); function a(e) { b(e); } function b(e) { a(e); } server.listen(3000);',
  'server.on("error", (e) => { codesOf()().includes(e.code); }); server.listen(3000);',
  'let codes; codes = []; codes = ["EACCES"]; server.on("error", (e) => codes.includes(e.code)); server.listen(3000);',
  'server.on("error"); server.listen(3000);',
  'server.listen(3000, () => log("ENOTSUP"));',
  "server.listen(3000).catch();",
  'start(server.listen(3000), (e) => e.code === "ENOTSUP");',
  'server.listen(3000).finally((e) => e.code === "ENOTSUP");',
]);
