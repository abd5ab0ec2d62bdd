// @fixture {"settings":{"runtime":"deno"}}
import dgram from "node:dgram";

dgram.createSocket("udp4").bind(Number("5000"));
dgram.createSocket("udp4").bind("");
