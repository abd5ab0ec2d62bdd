import { createServer } from "node:http";
import getPort, { portNumbers } from "get-port";
import portfinder from "portfinder";
import { handler } from "./handler";

export async function preview() {
  const port = await getPort({ port: portNumbers(3000, 3100) });
  createServer(handler).listen(port);
}

export function metrics() {
  portfinder.getPort((error, port) => {
    if (error) throw error;
    createServer(handler).listen(port, "127.0.0.1");
  });
}
