// @fixture {"filename":"src/testutils.ts"}
import http from "node:http";

export const server = http.createServer().listen(3000);
