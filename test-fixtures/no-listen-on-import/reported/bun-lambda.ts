// @fixture {"settings":{"runtime":"bun"}}
import { createServer } from "node:http";
import { handle } from "hono/lambda-edge";
import { Hono } from "hono";

const app = new Hono();
createServer((request, response) => response.end(request.url)).listen(8787);
//                                                             ^^^^^^ no-listen-on-import handler

export const handler = handle(app);
