import { createServer } from "node:http";

const unsupported = ["win32", "darwin"];

createServer((_req, res) => res.end()).listen({
  port: 8080,
  reusePort: !unsupported.includes(process.platform),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
});
