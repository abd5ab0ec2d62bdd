// @fixture {"filename":"src/rpc.spec.mts"}
import { createServer } from "node:http";

createServer((_req, res) => res.end()).listen(50051);
