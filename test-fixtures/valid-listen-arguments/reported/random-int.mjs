import { randomInt } from "node:crypto";
import { createServer } from "node:net";

createServer((socket) => socket.end()).listen(randomInt(49152, 70000), "127.0.0.1");
//                                            ^^^^^^^^^^^^^^^^^^^^^^^ valid-listen-arguments range
