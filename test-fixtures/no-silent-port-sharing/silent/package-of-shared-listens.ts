// @fixture {"package":{"portreuse":{"listens":"shared"},"os":["linux"]}}
import { createServer } from "node:http";
import uWS from "uWebSockets.js";
import { handler } from "./handler";

// The service manager starts four of these.
createServer(handler).listen({ port: 3000, reusePort: true });
uWS.App().get("/", (res) => void res.end("ok")).listen(9001, (token) => console.log(Boolean(token)));
