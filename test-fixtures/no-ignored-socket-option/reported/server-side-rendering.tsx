import http from "node:http";
import { renderToString } from "react-dom/server";
import { App } from "./app.js";

const port = Number(process.env.PORT ?? 3000);

const server = http.createServer((request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(`<!doctype html>${renderToString(<App url={request.url ?? "/"} />)}`);
});

server.listen(port, { reusePort: true } as never, () => console.log(`http://localhost:${port}`));
//                    ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
