import HyperExpress, { Server } from "hyper-express";

const server = new HyperExpress.Server();
server.get("/", (request, response) => response.send("ok"));
await server.listen(6701);
//           ^^^^^^ no-silent-port-sharing sharesByDefault

await new Server({ max_body_length: 1 << 20 }).listen(6702, "0.0.0.0");
//                                             ^^^^^^ no-silent-port-sharing sharesByDefault
