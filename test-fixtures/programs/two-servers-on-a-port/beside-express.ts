import express from "express";
import { WebSocketServer } from "ws";

const port = 5003;
const pages = express();
pages.listen(port, () => console.log(`arena on ${port}`));
//    ^^^^^^ require-reuse-option noPolicy

const players = new WebSocketServer({ port });
//                  ^^^^^^^^^^^^^^^ no-duplicate-listen port
players.on("connection", (player) => player.send("welcome"));
