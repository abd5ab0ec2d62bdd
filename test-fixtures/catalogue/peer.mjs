// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import express from "express";
import { ExpressPeerServer, PeerServer } from "peer";

const peers = PeerServer({ port: 5721, path: "/game" });
//            ^^^^^^^^^^ require-reuse-option droppedOption
peers.on("connection", (client) => console.log(client.getId()));

// `path` is a path of URLs, and 9000 the port.
PeerServer({ path: "/chat", host: "127.0.0.1" }, () => console.log("ready"));
// @1:11 require-reuse-option droppedOption

const app = express();
app.use("/peers", ExpressPeerServer(app.listen({ port: 5722, reusePort: false }), { path: "/video" }));
