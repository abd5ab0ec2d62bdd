// @fixture {"package":{"portreuse":{"listens":"single"},"os":["linux"]}}
import { createServer } from "node:http";
import { fork } from "node:child_process";
import uWS from "uWebSockets.js";
import { handler } from "./handler";

fork("./thumbnails.js");
createServer(handler).listen({ port: 3000, reusePort: true });
//                                         ^^^^^^^^^^^^^^^ no-silent-port-sharing againstSingle
uWS.App().get("/", (res) => void res.end("ok")).listen(9001, (token) => console.log(Boolean(token)));
//                                              ^^^^^^ no-silent-port-sharing sharesByDefault
