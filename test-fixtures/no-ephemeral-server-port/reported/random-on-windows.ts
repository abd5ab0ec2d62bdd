// @fixture {"package":{"os":["win32","darwin"]}}
import net from "node:net";

net.createServer().listen({ port: Math.floor(Math.random() * 16384) + 49152, reusePort: false });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ephemeral-server-port ephemeral
