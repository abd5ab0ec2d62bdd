const { createServer } = await import(`node:net`);

createServer((socket) => socket.end()).listen(4000);
//                                     ^^^^^^ require-reuse-option noPolicy
