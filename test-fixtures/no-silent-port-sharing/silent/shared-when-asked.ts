// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { app } from "./app";

createServer(app).listen({ port: 3000, reusePort: process.env.SHARE_PORT === "1" });
