import { createSocket } from "node:dgram";

const receiver = createSocket("udp6");
//               ^^^^^^^^^^^^ require-multicast-reuse-addr missing
receiver.bind({ port: 5683, address: "::" });
receiver.addMembership("ff02::fd");
//       ^^^^^^^^^^^^^ valid-multicast-membership early
receiver.on("message", (request) => console.log(request.toString("hex")));
