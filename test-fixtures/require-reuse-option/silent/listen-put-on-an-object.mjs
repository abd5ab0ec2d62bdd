import { makeRelay } from "./relay.mjs";

const relay = makeRelay();
relay.listen = (port) => relay.open({ serial: "/dev/ttyUSB0", virtual: port });

relay.listen(4000);
