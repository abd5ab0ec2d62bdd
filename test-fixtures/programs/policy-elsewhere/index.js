import { createServer } from "node:http";
import config from "./config.js";
import { withPolicy } from "./options.js";

createServer().listen(config.http);
createServer().listen(withPolicy);
