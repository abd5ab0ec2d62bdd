import { createServer } from "node:net";

const probe = createServer();
probe.once("error", () => console.log("49200 is taken"));
probe.listen(49200, () => probe.close());
