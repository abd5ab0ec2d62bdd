import net from "node:net";

const upstream = net.connect(4999, "meet.example.org");
upstream.on("connect", () => {
  const own = upstream.address();
  net.createServer((visitor) => visitor.end()).listen(own.port, own.address);
});
