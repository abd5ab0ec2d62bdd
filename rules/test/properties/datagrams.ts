import fc from "fast-check";
import { mark, type Marked } from "./marks.ts";
import { builtin, type Import } from "./modules.ts";

/** A datagram socket, made and bound. */
export interface Datagram {
  from: Import;
  statements: Marked[];
}

const port = fc.oneof(
  fc.integer({ min: 1025, max: 32_000 }).map(String),
  fc.constantFrom("process.env.PORT", "Number(process.env.PORT || 5353)", "settings.port"),
);

/** How the port is said. */
const binds: readonly ((port: string) => string)[] = [
  (given) => `bind(${given})`,
  (given) => `bind(${given}, "127.0.0.1")`,
  (given) => `bind({ port: ${given} })`,
  (given) => `bind({ port: ${given}, exclusive: true }, () => {})`,
];

const flag = ["reuseAddr: true", '"reuseAddr": true', "reuseAddr: !0"];
const receive = '.on("message", console.log)';

const shapes: fc.Arbitrary<(name: string) => Marked[]> = fc.oneof(
  // Every socket with the option takes the datagrams of the one before.
  fc
    .tuple(fc.constantFrom(...flag), port, fc.constantFrom(...binds))
    .map(([option, given, bind]) => (name: string) => [
      `const udp = ${name}({ type: "udp4", ${mark("no-unicast-reuse-addr", option)} });`,
      `udp${receive};`,
      `udp.${bind(given)};`,
    ]),
  fc
    .tuple(fc.constantFrom(...flag), fc.constantFrom("bind()", "bind(0)", "bind({ port: 0 })"))
    .map(([option, bind]) => (name: string) => [
      `const udp = ${name}({ type: "udp4", ${mark("no-shared-ephemeral-udp-port", option)} });`,
      `udp.${bind};`,
    ]),
  // Receivers of a group want it.
  fc
    .tuple(port, fc.boolean())
    .map(([given, shares]) => (name: string) => [
      shares
        ? `const udp = ${name}({ type: "udp4", reuseAddr: true });`
        : `const udp = ${name.replace(/(\w+)$/, (method) => mark("require-multicast-reuse-addr", method))}("udp4");`,
      `udp.bind(${given}, () => udp.addMembership("239.1.2.3"));`,
    ]),
  // Nothing is wrong with these.
  fc
    .tuple(port, fc.constantFrom(...binds), fc.constantFrom('"udp4"', '{ type: "udp4" }', "settings"))
    .map(([given, bind, options]) => (name: string) => [`const udp = ${name}(${options});`, `udp.${bind(given)};`]),
  fc.constantFrom((name: string) => [
    `const udp = ${name}({ type: "udp4", reuseAddr: true });`,
    "udp.bind(5000, () => udp.setBroadcast(true));",
  ]),
);

/** Datagram sockets in all their shapes. */
export const datagrams: fc.Arbitrary<Datagram> = fc
  .tuple(builtin("dgram", "createSocket"), shapes)
  .map(([from, make]) => {
    const [marked, ...others] = make("createSocket");
    const made = (marked as string).replace(/(?:«[\w-]+\|)?createSocket»?/, (method) =>
      from.name.endsWith("createSocket")
        ? from.name.slice(0, -"createSocket".length) + method
        : method.replace("createSocket", from.name),
    );
    return { from, statements: [made, ...others] };
  });
