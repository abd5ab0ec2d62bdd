import dgram, { createSocket } from "node:dgram";

const group = dgram.createSocket("udp4");
//                  ^^^^^^^^^^^^ require-multicast-reuse-addr missing
group.bind(4501, () => group.addMembership("239.1.1.1"));

const source = createSocket({ type: "udp6" });
//             ^^^^^^^^^^^^ require-multicast-reuse-addr missing
source.bind({ port: 4502 });
source.addSourceSpecificMembership("2001:db8::1", "ff3e::8000:1");
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ valid-multicast-membership early

const unicast = dgram.createSocket({ type: "udp4", reuseAddr: true });
//                                                 ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
unicast.bind(4503, "127.0.0.1");

const ephemeral = createSocket({ type: "udp4", reuseAddr: true }, (message) => console.log(message));
//                                             ^^^^^^^^^^^^^^^ no-shared-ephemeral-udp-port shared
ephemeral.bind();

const balanced = dgram.createSocket({ type: "udp4", reusePort: true });
//                                                  ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
balanced.bind({ port: 4504, address: "0.0.0.0" }, () => console.log("up"));

const misplaced = dgram.createSocket("udp4");
misplaced.bind({ port: 4505, reuseAddr: true } as dgram.BindOptions);
//                           ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored

const synchronous = createSocket({ type: "udp4", reuseAddr: true });
//                                               ^^^^^^^^^^^^^^^ no-unicast-reuse-addr unicast
synchronous.bindSync({ port: 4506, address: "127.0.0.1" });
