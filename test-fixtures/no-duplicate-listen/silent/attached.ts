import express from "express";
import { WebSocketServer } from "ws";

const server = express().listen(8082);
//                       ^^^^^^ require-reuse-option noPolicy
const live = new WebSocketServer({ server });
live.on("connection", (socket) => socket.send("hello"));
