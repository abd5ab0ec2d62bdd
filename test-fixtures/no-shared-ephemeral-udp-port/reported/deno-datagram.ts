const socket = Deno.listenDatagram({
  transport: "udp",
  hostname: "0.0.0.0",
  port: 0,
  reuseAddress: true,
// @3:21 no-shared-ephemeral-udp-port shared
});

await socket.send(new TextEncoder().encode("hello"), {
  transport: "udp",
  hostname: "192.0.2.1",
  port: 41234,
});
