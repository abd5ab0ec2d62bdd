import { createServer } from "node:http";
import { bridge } from "./bridge";

const port = 51_826;

createServer(bridge).listen({ port, exclusive: true }, () => console.log("bridge ready"));
//                            ^^^^ no-ephemeral-server-port ephemeral
