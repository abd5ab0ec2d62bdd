import { StatusServer } from "./status.js";
import { WebServer } from "./web.js";

const web = new WebServer({ port: 6060 });
await web.start();
new StatusServer(Number(process.env.STATUS_PORT)).start();
