import { channel } from "./channel";

channel.listen("frame", 50000);
const palette = { port: 49200, starboard: 49201 };
export const wine = palette.port;
