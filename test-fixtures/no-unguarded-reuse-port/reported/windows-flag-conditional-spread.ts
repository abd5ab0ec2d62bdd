import { createApp } from "./app";

const isWindows = process.platform === "win32";

const server = await createApp();
server.listen({
  port: 5000,
  host: "0.0.0.0",
  ...(isWindows ? {} : { reusePort: true }),
  //                     ^^^^^^^^^^^^^^^ no-unguarded-reuse-port halfGuarded
});
