// @fixture {"package":{"engines":{"node":">=20"}}}
import { createServer } from "node:http";

createServer((_req, res) => res.end("ok")).listen({
  port: 8081,
  reusePort: true,
//^^^^^^^^^^^^^^^ no-ignored-socket-option tooOld
//^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
});
