import { connect } from "node:net";
import { Agent } from "node:http";

export const socket = connect({ host: "10.0.0.1", port: 9000, localAddress: undefined });
export const agent = new Agent({ keepAlive: true, localAddress: null as never });
