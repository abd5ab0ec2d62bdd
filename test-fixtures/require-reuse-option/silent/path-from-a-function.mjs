import { createServer } from "node:http";
import { getSocketAddress, socketPathFor } from "./paths.mjs";
import { handler } from "./handler.mjs";

const useRandomPort = process.platform === "win32";
createServer(handler).listen(useRandomPort ? 0 : getSocketAddress());
createServer(handler).listen(socketPathFor("admin"), () => console.log("ready"));
