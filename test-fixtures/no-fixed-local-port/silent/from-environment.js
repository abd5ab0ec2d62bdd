import tls from "node:tls";

export const link = tls.connect({
  host: "hub.example.com",
  port: 8443,
  localPort: Number(process.env.LOCAL_PORT) || undefined,
});
