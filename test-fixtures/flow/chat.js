/**
 * A room for everybody.
 *
 * @flow
 * @format
 */
import type { IncomingMessage } from "http";
import http from "http";

type Room = {| +name: string, members: Set<string> |};
export type Options = $ReadOnly<{| port?: number, host?: ?string |}>;

const rooms: Map<string, Room> = new Map();

export default function open({ port = 8090, host }: Options): http.Server {
  const server = http.createServer((request: IncomingMessage, response) => {
    const room: ?Room = rooms.get(request.url ?? "");
    response.end(JSON.stringify([...(room?.members ?? [])]));
  });
  return server.listen(port, host ?? "::");
//              ^^^^^^ require-reuse-option noPolicy
}
