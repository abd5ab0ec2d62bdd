import Redis from "ioredis";

export const cache = new Redis({
  host: "cache.internal",
  port: 6379,
  maxRetriesPerRequest: 2,
  localAddress: "10.0.0.7",
// @3:27 no-ignored-socket-option ignored
} as never);
