import { App, LIBUS_LISTEN_EXCLUSIVE_PORT } from "uWebSockets.js";

const host = "127.0.0.1";
const port = 9001;
App().listen(host, port, LIBUS_LISTEN_EXCLUSIVE_PORT, (socket) => console.log(Boolean(socket)));
