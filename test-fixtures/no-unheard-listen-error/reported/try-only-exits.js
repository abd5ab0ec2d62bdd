import net from "node:net";

const server = net.createServer();
try {
  server.listen({ port: 6379, reusePort: false });
//       ^^^^^^ no-unheard-listen-error catch
} catch (error) {
  console.error(error);
  process.exit(1);
}
