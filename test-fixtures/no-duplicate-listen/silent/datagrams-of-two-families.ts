import { createSocket } from "node:dgram";

const only = process.env.IPV6_ONLY === "1";

const v4 = createSocket("udp4");
const v6 = createSocket({ type: "udp6", ipv6Only: true });
v4.bind(6771, "0.0.0.0");
v6.bind(6771, "::");

// Nobody knows whether it takes IPv4 too.
const other4 = createSocket("udp4");
const other6 = createSocket({ type: "udp6", ipv6Only: only });
other4.bind(6772);
other6.bind(6772, "::");

// A host that is not there is a wildcard address of the family.
const own4 = createSocket("udp4");
const own6 = createSocket({ type: "udp6", ipv6Only: true });
own4.bind(6773, undefined);
own6.bind(6773, "");
