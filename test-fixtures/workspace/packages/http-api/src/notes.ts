import type { IncomingMessage, ServerResponse } from "node:http";

const notes = new Map<string, string>();
let served = 0;

/** GET and PUT /notes/NAME. */
export async function handleNotes(request: IncomingMessage, response: ServerResponse): Promise<void> {
  served++;
  const name = /^\/notes\/([\w-]+)$/.exec(request.url ?? "")?.[1];
  if (name === undefined) return void response.writeHead(404).end("no such page\n");
  if (request.method === "PUT") {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    notes.set(name, text);
    return void response.writeHead(204).end();
  }
  const note = notes.get(name);
  response.writeHead(note === undefined ? 404 : 200, { "content-type": "text/plain" }).end(note ?? "no such note\n");
}

export function handleMetrics(_request: IncomingMessage, response: ServerResponse): void {
  response.end(`requests_total ${served}\nnotes ${notes.size}\n`);
}
