import { createServer, type Server } from "node:http";

const settings = {
  base: 4700,
  get port(): number {
    return this.base + 1;
  },
};

export function open(): Server {
  return createServer((_request, response) => void response.end("ok")).listen(settings.port);
//                                                                     ^^^^^^ require-reuse-option noPolicy
}
