import { defineConfig } from "vite";

export default defineConfig({ server: { port: 5173, reusePort: true } as object });
//                                                  ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
