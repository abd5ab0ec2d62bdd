const listener = Deno.listenDatagram({
  transport: "udp",
  hostname: "0.0.0.0",
  port: 5353,
  reuseAddress: true,
});

await listener.joinMulticastV4("224.0.0.251", "0.0.0.0");
for await (const [packet] of listener) console.log(packet.length);
