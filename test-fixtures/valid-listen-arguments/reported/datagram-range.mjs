import dgram from "node:dgram";

const BASE = 65530;
for (let channel = 0; channel < 16; channel++) dgram.createSocket("udp4").bind(BASE + channel);
//                                                                             ^^^^^^^^^^^^^^ valid-listen-arguments rangeWraps
