import { serve } from "bun";
import { page } from "./page";

const server = serve({
  port: 3000,
  reusePort: true,
//^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  routes: { "/": page },
});

console.log(server.url.href);
