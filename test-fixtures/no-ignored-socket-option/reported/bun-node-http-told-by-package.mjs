// @fixture {"package":{"packageManager":"bun@1.4.5"}}
import http from "http";

const server = new http.Server((req, res) => res.end("ok"));
server.listen({ host: "0.0.0.0", port: 5000, reusePort: true });
//                                           ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
