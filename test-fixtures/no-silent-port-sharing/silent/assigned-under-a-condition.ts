// @fixture {"settings":{"platforms":["linux"]}}
import { createServer, type ListenOptions } from "node:net";
import { handover } from "./handover";

const options: ListenOptions = { port: 2000 };
if (handover.inProgress()) options.reusePort = true;
createServer().listen(options);
