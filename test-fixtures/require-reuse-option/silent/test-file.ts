// @fixture {"filename":"src/http/client.test.ts"}
import { createServer } from "node:http";

const upstream = createServer((_req, res) => res.end("{}"));
upstream.listen(9999);
