import { createServer } from "node:net";

const echo = createServer((socket) => socket.pipe(socket));
const discard = createServer((socket) => socket.resume());

echo.listen(Number(process.env.GATEWAY_PORT ?? 7007));
//   ^^^^^^ require-reuse-option noPolicy
discard.listen(Number(process.env.GATEWAY_PORT ?? 7007));
//      ^^^^^^ no-duplicate-listen port
