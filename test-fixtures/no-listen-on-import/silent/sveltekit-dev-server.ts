// @fixture {"filename":"src/hooks.server.ts","package":{"devDependencies":{"@sveltejs/kit":"^2.5.0"}}}
import { WebSocketServer } from "ws";

// kept over reloads
const globals = globalThis as unknown as { wss?: WebSocketServer };
if (!globals.wss) globals.wss = new WebSocketServer({ port: 24678 });

export const handle = ({ event, resolve }: { event: object; resolve: (event: object) => Promise<Response> }) => resolve(event);
