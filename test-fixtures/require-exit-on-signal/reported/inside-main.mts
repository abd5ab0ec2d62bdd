import { createServer } from "node:http";

function main(): void {
  createServer().listen({ port: 8000, reusePort: false });
  process.on("SIGINT", () => {
//        ^^ require-exit-on-signal logs
    console.log("caught interrupt signal");
  });
}
main();
