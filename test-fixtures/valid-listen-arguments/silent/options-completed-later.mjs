import http from "node:http";
import net from "node:net";

const options = { host: "127.0.0.1", reusePort: false };
options.port = Number(process.env.PORT ?? 3000);
http.createServer().listen(options, () => console.log("listening"));

export function start(given) {
  const all = { reusePort: false, ...given };
  net.createServer().listen(all);
  const more = { host: "127.0.0.1", reusePort: false };
  given.complete(more);
  net.createServer().listen(more);
}

const named = { host: "127.0.0.1", reusePort: false };
for (const key of ["port", "backlog"]) named[key] = 3001;
net.createServer().listen(named);

net.createServer().listen({ port: undefined, reusePort: false });
net.createServer().listen({ path: "/run/app.sock" });
net.createServer().listen({ fd: 3 });
