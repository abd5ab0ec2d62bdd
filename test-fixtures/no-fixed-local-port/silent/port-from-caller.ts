import { connect, type Socket } from "node:net";

export interface DialOptions {
  host: string;
  port: number;
  localPort?: number;
}

export function dial({ host, port, localPort }: DialOptions): Socket {
  return connect({ host, port, localPort });
}
