import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { Server } from "socket.io";
import { WebSocketServer } from "ws";

serve({ fetch: new Hono().fetch, port: 8787 });
new WebSocketServer({ port: 8788, host: "127.0.0.1" });
new Server(8789, { serveClient: false });
