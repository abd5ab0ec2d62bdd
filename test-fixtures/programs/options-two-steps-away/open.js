import net from "node:net";
export function open(where) { return net.createServer().listen(where); }
