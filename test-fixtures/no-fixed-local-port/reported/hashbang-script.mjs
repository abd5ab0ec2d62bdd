#!/usr/bin/env node
// @fixture {"filename":"bin/ask.mjs","package":{"engines":{"node":">=20.19"}}}
import { createConnection } from "node:net";

const [host = "127.0.0.1", question = "version"] = process.argv.slice(2);
const socket = createConnection({ host, port: 4730, localPort: 4731 });
//                                                  ^^^^^^^^^^^^^^^ no-fixed-local-port fixedPort
socket.end(`${question}\n`);
socket.pipe(process.stdout);
