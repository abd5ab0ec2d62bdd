import { createRequire } from "node:module";

const load = createRequire(import.meta.url);
const { WebSocketServer } = load("ws");
const { WebSocketServer: Optional } = await import(/* @vite-ignore */ "ws");

new WebSocketServer({ port: 40000 });
//                    ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
new Optional({ port: 40001 });
//             ^^^^^^^^^^^ no-ephemeral-server-port ephemeral
