import { fork } from "node:child_process";
import { createServer } from "node:http";
import { render } from "./render";

const CHILDREN = 3;

if (process.env.RENDER_CHILD) {
  const server = createServer(async (req, res) => res.end(await render(req.url ?? "/")));
  server.listen(Number(process.env.PORT ?? 3100));
  //     ^^^^^^ no-worker-port-conflict processes
} else {
  for (let i = 0; i < CHILDREN; i++) {
    fork(__filename, { env: { ...process.env, RENDER_CHILD: "1" } });
  }
}
