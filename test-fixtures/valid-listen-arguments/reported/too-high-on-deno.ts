// @fixture {"settings":{"runtime":"deno"}}
import http from "node:http";

http.createServer().listen(70_000);
//                         ^^^^^^ valid-listen-arguments constant
