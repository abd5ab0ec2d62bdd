// @fixture {"settings":{"runtime":"bun"}}
import http from "node:http";
import { createServer } from "node:net";

createServer((socket) => socket.end()).listen("");
http.createServer().listen({ port: "" });
Bun.serve({ port: "", fetch: () => new Response("hi") });
