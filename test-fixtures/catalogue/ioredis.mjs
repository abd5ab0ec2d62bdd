import Redis from "ioredis";
import { Redis as NamedRedis } from "ioredis";

export const clients = [
  new Redis({ host: "cache.internal", localAddress: "10.0.0.5" }),
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Redis(6379, { localAddress: "10.0.0.6" }),
//                  ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Redis(6379, "cache.internal", { localAddress: "10.0.0.7" }),
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Redis("redis://cache.internal", { localAddress: "10.0.0.8" }),
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new NamedRedis({ localAddress: "10.0.0.9" }),
//                 ^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
  new Redis({ host: "cache.example.com", tls: { localAddress: "10.0.0.10" } }),
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^ no-bind-before-connect address
];
