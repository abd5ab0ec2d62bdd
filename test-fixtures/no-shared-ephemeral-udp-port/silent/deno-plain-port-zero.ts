const socket = Deno.listenDatagram({ transport: "udp", hostname: "127.0.0.1", port: 0 });

for await (const [packet, sender] of socket) await socket.send(packet, sender);
