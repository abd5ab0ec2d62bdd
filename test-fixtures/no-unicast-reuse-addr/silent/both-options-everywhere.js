// where it fails with ENOTSUP first, that is said alone
const dgram = require("dgram");

const socket = dgram.createSocket({ type: "udp4", reuseAddr: true, reusePort: true });
//                                                                 ^^^^^^^^^^^^^^^ no-unguarded-reuse-port unguarded
socket.bind(5514);
