import { createServer } from "node:http";
import { port } from "./config.js";

createServer().listen(port);
