// @fixture {"settings":{"platforms":["linux"]}}
import { createServer } from "node:http";
import { admin } from "./admin";
import { site } from "./site";

const port = 8080;

createServer(site).listen({ port, reusePort: true });
//                                ^^^^^^^^^^^^^^^ no-silent-port-sharing shares
createServer(admin).listen({ port, reusePort: false });
//                                 ^^^^^^^^^^^^^^^^ no-mixed-reuse-port mixed
