const { createServer } = await import("node:http");
const { default: handler } = await import("./handler.mjs");

const preview = createServer(handler);
preview.listen(4173, "localhost");
//      ^^^^^^ require-reuse-option noPolicy
