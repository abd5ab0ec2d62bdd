import { MdnsReceiver, SsdpReceiver, StatusReceiver } from "./ssdp.js";

for (const receiver of [new SsdpReceiver(), new MdnsReceiver(), new StatusReceiver()]) receiver.start();
