// @fixture {"settings":{"runtime":"bun","platforms":["linux"]}}
import http from "node:http";

http.createServer().listen({ host: "::", port: 8080, ipv6Only: true, exclusive: true });
//                                                   ^^^^^^^^^^^^^^ no-ignored-socket-option ignored
