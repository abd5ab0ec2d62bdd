// @fixture {"filename":"e2e/fake-printer.mjs","settings":{"testFiles":[]}}
import { createSocket } from "node:dgram";

const printer = createSocket({ type: "udp4" });
//              ^^^^^^^^^^^^ require-multicast-reuse-addr missing
printer.bind(5353, () => printer.addMembership("224.0.0.251"));
