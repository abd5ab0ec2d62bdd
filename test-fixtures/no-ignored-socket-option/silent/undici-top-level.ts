import { Agent, request } from "undici";

// Here the address does reach the socket.
const dispatcher = new Agent({ localAddress: "192.0.2.10", connect: { timeout: 3000 } });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const get = (url: string) => request(url, { dispatcher });
