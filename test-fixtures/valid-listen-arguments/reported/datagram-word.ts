import dgram from "node:dgram";

const socket = dgram.createSocket("udp4");
socket.bind({ port: Number.parseInt("41234") + 65536, address: "127.0.0.1" });
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ valid-listen-arguments wraps
