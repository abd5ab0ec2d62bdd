import { createServer } from "node:http";
import getPort from "get-port";

const port = process.env.PORT ? Number(process.env.PORT) : await getPort();
createServer((_, res) => void res.end("ok")).listen(port);
//                                           ^^^^^^ require-reuse-option noPolicy
