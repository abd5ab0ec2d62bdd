import { Handed, Server, Stated } from "./server.js";
import { settings } from "./settings.js";
import { begin } from "./begin.js";

const server = new Server();
server.start(settings.port);
new Stated().start({ port: 3000, reusePort: false });
begin(new Handed());
