const Hapi = require("@hapi/hapi");

async function main() {
  // hapi validates its options and throws here by itself.
  const server = Hapi.server({ port: 3000, host: "localhost", reusePort: true });
  server.route({ method: "GET", path: "/", handler: () => "hello" });
  await server.start();
}

main();
