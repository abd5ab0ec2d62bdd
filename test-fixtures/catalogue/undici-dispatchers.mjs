import { EnvHttpProxyAgent, ProxyAgent, stream } from "undici";

export const proxied = new ProxyAgent({ uri: "http://proxy:3128", localAddress: "192.0.2.1" });
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
export const environment = new EnvHttpProxyAgent({ localAddress: "192.0.2.1" });
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
await stream("http://files.example.net/a", { method: "GET", localAddress: "192.0.2.1" }, () => process.stdout);
//                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
