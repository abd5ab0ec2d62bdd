import net from "node:net";

net.createServer((c) => c.end()).listen({
  port: 4321,
  reusePort: !process.platform.startsWith("win"),
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
});
