import { createServer } from "node:http";
import type { ListenOptions } from "node:net";

interface Settings extends ListenOptions {
  workers?: number;
}
interface Service {
  listen: ListenOptions;
}
type Where = ListenOptions & { name: string };

export function whole(where: Settings) {
  createServer().listen(where);
}

export class Server {
  constructor(private readonly service: Service, private readonly where: Where) {}

  start() {
    createServer().listen(this.service.listen);
    createServer().listen(this.where);
  }
}

export const parts = ({ listen }: { listen: ListenOptions }) => createServer().listen(listen);
export const either = (target: { path: string } | { port: number }) => createServer().listen(target);
export const behind = (where: string = "/run/app.sock") => createServer().listen(where);
