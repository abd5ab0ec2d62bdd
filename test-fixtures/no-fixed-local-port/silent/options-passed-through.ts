import * as net from "node:net";

export const open = (options: net.TcpNetConnectOpts): net.Socket => {
  const merged = { ...options, noDelay: true };
  return net.connect(merged);
};
