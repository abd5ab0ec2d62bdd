import { createServer } from "node:http";
import { onLegacy, onRequest } from "./handlers";

const port = Number(process.env.PORT ?? 3000);

createServer(onRequest).listen({ port, host: "0.0.0.0", reusePort: true });
//                                                      ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
createServer(onLegacy).listen({ port, host: "0.0.0.0" });
//                     ^^^^^^ no-mixed-reuse-port mixed
