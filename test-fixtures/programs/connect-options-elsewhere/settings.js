export const upstream = { host: "192.0.2.1", port: 6379, localAddress: "192.0.2.9" };
export const cache = { port: 11211, localPort: 20000 };
export const store = { host: "192.0.2.3", port: 5432 };
