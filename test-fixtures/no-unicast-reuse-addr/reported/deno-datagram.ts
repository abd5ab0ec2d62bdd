const listener = Deno.listenDatagram({
  transport: "udp",
  hostname: "0.0.0.0",
  port: 6000,
  reuseAddress: true,
// @3:21 no-unicast-reuse-addr unicast
});

for await (const [packet, sender] of listener) {
  await listener.send(packet, sender);
}
