import * as dgram from "dgram";

const options: dgram.SocketOptions = {
  type: "udp6",
  reuseAddr: true,
// @3:18 no-unicast-reuse-addr unicast
  ipv6Only: true,
};

const resolver = dgram.createSocket(options);
resolver.on("message", (query, { address, port }) => {
  console.log(`query of ${query.length} bytes from [${address}]:${port}`);
});
resolver.bind({ port: 5300, address: "::1" });
