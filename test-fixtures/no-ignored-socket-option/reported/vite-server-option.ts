import { createServer } from "vite";

const vite = await createServer({
  root: "playground",
  server: { port: 5173, strictPort: true, reusePort: true } as object,
//                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
});
await vite.listen();
vite.printUrls();
