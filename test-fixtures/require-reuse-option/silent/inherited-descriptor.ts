import { createServer } from "node:http";
import { app } from "./app";

const SD_LISTEN_FDS_START = 3;

createServer(app).listen({ fd: SD_LISTEN_FDS_START }, () => console.log("using the inherited socket"));
