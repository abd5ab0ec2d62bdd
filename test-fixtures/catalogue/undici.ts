import { Agent, BalancedPool, Client, Pool, fetch as undiciFetch, request, setGlobalDispatcher } from "undici";

setGlobalDispatcher(new Agent({ connections: 8, localAddress: "192.0.2.10" }));
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const client = new Client("http://192.0.2.1", { localAddress: "192.0.2.11" });
//                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
export const pool = new Pool("http://192.0.2.1", { connections: 4, localAddress: "0.0.0.0" });
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect wildcard

export const balanced = new BalancedPool("http://192.0.2.1", { localAddress: "192.0.2.9" });
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

await request("http://192.0.2.1/", { dispatcher: new Agent({ localAddress: "192.0.2.12" }) });
//                                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await undiciFetch("http://192.0.2.1/", { dispatcher: new Agent({ localAddress: "192.0.2.13" }) });
//                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await fetch("http://192.0.2.1/", { dispatcher: new Agent({ localAddress: "192.0.2.14" }) } as never);
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address

export const nested = [
  new Agent({ connect: { localAddress: "192.0.2.15" } }),
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Client("http://192.0.2.1", { connect: { localAddress: "192.0.2.16" } }),
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Pool("http://192.0.2.1", { connect: { timeout: 1000, localAddress: "192.0.2.17" } }),
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
];
