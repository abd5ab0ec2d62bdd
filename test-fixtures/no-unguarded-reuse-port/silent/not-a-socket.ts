import { Reactor } from "./reactor";

const reactor = new Reactor({ name: "main", reusePort: true });
reactor.attach({ reusePort: true, channel: "audio" });
