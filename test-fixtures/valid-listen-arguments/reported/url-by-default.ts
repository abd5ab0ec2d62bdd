import { createServer } from "node:http";

const ADDRESS = process.env.LISTEN_ADDRESS || "tcp://0.0.0.0:4000";

export const server = createServer((request, response) => response.end("ok"));
server.listen(ADDRESS);
//            ^^^^^^^ valid-listen-arguments url
