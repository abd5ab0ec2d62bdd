import http from "node:http";
import http2 from "node:http2";
import net from "node:net";

/** One port for http and https: the first byte says where a connection goes on. */
export function start(secure: http2.Http2SecureServer, redirect: http.RequestListener) {
  const redirectServer = http.createServer(redirect);
  let securePort: number;
  let redirectPort: number;
  const front = net.createServer((socket) => {
    socket.once("data", (data) => socket.pipe(net.connect(data[0] === 22 ? securePort : redirectPort)));
  });
  front.on("listening", () => {
    const info = front.address();
    if (!info || typeof info === "string") return;
    const { address, port } = info;
    securePort = port + 1;
    redirectPort = port + 2;
    secure.listen({ address, port: securePort });
    redirectServer.listen({ address, port: redirectPort });
  });
  return front;
}
