import { createServer } from "node:net";
import { onFour, onSix } from "./families";

createServer(onSix).listen({ host: "::", port: 5060, ipv6Only: true, reusePort: true });
//                                                                   ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
createServer(onFour).listen({ host: "0.0.0.0", port: 5060, reusePort: false });
