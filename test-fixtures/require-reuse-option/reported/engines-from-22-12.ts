// @fixture {"package":{"engines":{"node":">=22.12"}}}
import { createServer } from "node:http";

createServer((_request, response) => response.end()).listen(8080);
//                                                   ^^^^^^ require-reuse-option noPolicy
// suggests: State `reusePort: false`: the port is not shared.
//   | createServer((_request, response) => response.end()).listen({ port: 8080, reusePort: false });
// suggests: Share the port on Linux: `reusePort: process.platform === "linux"`.
//   | createServer((_request, response) => response.end()).listen({ port: 8080, reusePort: process.platform === "linux" });
