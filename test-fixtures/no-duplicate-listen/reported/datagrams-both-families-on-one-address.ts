import { createSocket } from "node:dgram";

const v4 = createSocket("udp4");
const v6 = createSocket({ type: "udp6", ipv6Only: false });

v4.bind(6771, "0.0.0.0");
v6.bind(6771, "::");
// ^^^^ no-duplicate-listen dualStack
