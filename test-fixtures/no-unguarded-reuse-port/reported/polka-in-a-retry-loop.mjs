import polka from "polka";
import { setTimeout as sleep } from "node:timers/promises";

const app = polka().get("/", (req, res) => res.end("hi"));

for (let attempt = 1; attempt <= 5; attempt++) {
  try {
    await new Promise((resolve, reject) => {
      app.listen({ port: 3030, host: "127.0.0.1", reusePort: true }, resolve);
      //                                          ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
      app.server.once("error", reject);
    });
    break;
  } catch (err) {
    if (err.code !== "EADDRINUSE") throw err;
    await sleep(attempt * 200);
  }
}
