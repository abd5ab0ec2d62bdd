import http from "node:http";
import { wantsSharing } from "./policy.js";

const server = http.createServer((_request, response) => response.end());
server.listen({ port: 3000, host: "::", reusePort: wantsSharing() });
