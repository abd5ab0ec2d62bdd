import { createServer } from "node:net";

function open(name) {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end(name));
    server.once("error", reject);
    server.listen({ port: 7070, reusePort: false }, () => {
      //   ^^^^^^ no-duplicate-listen calls
      resolve(server);
    });
  });
}

async function main() {
  const echo = await open("echo");
  const time = await open("time");
  console.log(echo.address(), time.address());
}
main();
