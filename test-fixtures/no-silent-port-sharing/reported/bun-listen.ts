// @fixture {"package":{"devDependencies":{"@types/bun":"^1.3.0"}}}
Bun.listen({
  hostname: "0.0.0.0",
  port: 2525,
  reusePort: true,
//^^^^^^^^^^^^^^^ no-silent-port-sharing shares
  socket: { data: (socket, chunk) => void socket.write(chunk) },
});
