// @fixture {"filename":"src/hooks.server.ts","package":{"devDependencies":{"@sveltejs/kit":"^2.5.0"}}}
import { WebSocketServer } from "ws";

const wss = new WebSocketServer({ port: 24678 });
//              ^^^^^^^^^^^^^^^ no-listen-on-import loader
wss.on("connection", (socket) => socket.send("welcome"));

export async function handle({ event, resolve }: { event: object; resolve: (event: object) => Promise<Response> }) {
  return resolve(event);
}
