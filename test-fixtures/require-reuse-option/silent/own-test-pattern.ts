// @fixture {"filename":"fixtures/upstream.ts","settings":{"testFiles":["fixtures/**"]}}
import { createServer } from "node:http";

export const upstream = createServer((_req, res) => res.end("{}")).listen(9998);
