import { createSocket } from "node:dgram";

const SAP = { group: "239.255.255.255", port: 9875 } as const;

const announcements = createSocket({ type: "udp4" });
//                    ^^^^^^^^^^^^ require-multicast-reuse-addr missing
announcements.on("message", (packet: Buffer) => {
  const text = packet.subarray(8).toString("utf8");
  const name = /^s=(.*)$/m.exec(text)?.[1];
  console.log(name ?? "unnamed session");
});
announcements.bind(SAP.port);
announcements.addMembership(SAP.group);
//            ^^^^^^^^^^^^^ valid-multicast-membership early
