import http from "node:http";
import { WebSocketServer } from "ws";

const players = new Map();
const lobby = new WebSocketServer({ port: 7070 });
lobby.on("connection", (player) => players.set(player, Date.now()));
for (const player of lobby.clients) player.terminate();
players.forEach((since, player) => player.close());
http.createServer((request, response) => response.end("lobby")).listen(7070);
//                                                              ^^^^^^ no-duplicate-listen port
