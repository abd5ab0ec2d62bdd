import { createServer } from "node:https";

const { HOST = "localhost", PORT = "8443" } = process.env;
const origin = `https://${HOST}:${PORT}`;

createServer({ key, cert }).listen(origin, () => console.log(`open ${origin}`));
//                                 ^^^^^^ valid-listen-arguments url
createServer({ key, cert }).listen("unix://" + process.env.SOCKET);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ valid-listen-arguments url
