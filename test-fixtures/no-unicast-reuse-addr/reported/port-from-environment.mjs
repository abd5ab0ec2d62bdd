import dgram from "dgram";

const port = Number(process.env.GELF_PORT ?? 12201);
const input = dgram.createSocket({ reuseAddr: true, type: "udp4", recvBufferSize: 1 << 20 });
//                                 ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast

input.on("message", (chunk) => {
  if (chunk[0] === 0x1e && chunk[1] === 0x0f) reassemble(chunk);
  else console.log(chunk.toString());
});
input.bind({ port, address: "::" });

function reassemble(chunk) {
  console.log(`part ${chunk[10]} of ${chunk[11]}`);
}
