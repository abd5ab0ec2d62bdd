import express from "express";
import { PeerServer } from "peer";

const app = express();
app.use(express.static("public"));
app.listen({ port: 7000, reusePort: false });

const peers = PeerServer({ port: 7000, path: "/game" });
//            ^^^^^^^^^^ no-duplicate-listen port
peers.on("disconnect", (client) => console.log(`${client.getId()} left`));
