import { multiaddr } from "@multiformats/multiaddr";
import { tcp } from "@libp2p/tcp";
import { components, upgrader } from "./node";

const listener = tcp()(components).createListener({ upgrader });
await listener.listen(multiaddr("/ip4/127.0.0.1/tcp/4001"));
