import { createServer } from "node:http";

const server = createServer((request, response) => response.end("hello"));
try {
  server.listen({ port: 5050, reusePort: false });
//       ^^^^^^ no-unheard-listen-error catch
} catch (error) {
  if (error.code === "EADDRINUSE") console.error("Port 5050 is already in use. Is the program running already?");
  else throw error;
}
