import express from "express";
import { WebSocketServer } from "ws";

const app = express();
app.get("/health", (_request, response) => void response.send("ok"));
app.listen(8088);
//  ^^^^^^ require-reuse-option noPolicy

const live = new WebSocketServer({ port: 8088 });
//               ^^^^^^^^^^^^^^^ no-duplicate-listen port
live.on("connection", (socket) => socket.send("tick"));
