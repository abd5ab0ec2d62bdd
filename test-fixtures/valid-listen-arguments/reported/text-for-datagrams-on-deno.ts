// @fixture {"settings":{"runtime":"deno"}}
import dgram from "node:dgram";

const socket = dgram.createSocket("udp4");
socket.on("error", console.error);
socket.bind("5000");
//          ^^^^^^ valid-listen-arguments text
