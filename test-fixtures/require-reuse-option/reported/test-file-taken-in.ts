// @fixture {"filename":"test/fake-upstream.test.ts","settings":{"testFiles":[]}}
import { createServer } from "node:http";

const upstream = createServer((_req, res) => res.end("{}"));
upstream.listen(9999);
//       ^^^^^^ require-reuse-option noPolicy
