// @fixture {"package":{"engines":{"node":">=18"}}}
const net = require("net");

// Where it stands no version would read it: one finding, not two.
net.createServer((socket) => socket.end()).listen(7001, { reusePort: true });
//                                                        ^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
