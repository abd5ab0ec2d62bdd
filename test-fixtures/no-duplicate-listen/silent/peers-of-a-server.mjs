import express from "express";
import { ExpressPeerServer, PeerServer } from "peer";

const app = express();
const server = app.listen({ port: 7000, reusePort: false });
app.use("/peers", ExpressPeerServer(server, { path: "/game" }));

PeerServer({ path: "/game" });
