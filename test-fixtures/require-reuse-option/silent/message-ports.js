import { parentPort } from "node:worker_threads";
import { createRpc } from "./rpc.js";

const channel = new MessageChannel();

createRpc().listen(parentPort);
createRpc().listen(channel.port1);
createRpc().listen(new MessageChannel().port2);

export const overSerial = (serialPort) => createRpc().listen(serialPort);
