const listener = Deno.listenDatagram({
  transport: "udp",
  hostname: "0.0.0.0",
  port: 7777,
  reusePort: true,
// @3:18 no-ignored-socket-option ignored
});

for await (const [packet, sender] of listener) {
  await listener.send(packet, sender);
}
