import assert from "node:assert/strict";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { isOwnAddress, type AddressSource } from "../../src/ports/own-addresses.ts";

const ETHERNET = { netmask: "255.255.255.0", mac: "02:00:00:00:00:01", internal: false } as const;

const source = (changed: Partial<AddressSource> = {}): AddressSource => ({
  platform: "linux",
  interfaces: () => ({
    eth0: [
      { ...ETHERNET, address: "10.0.0.5", family: "IPv4", cidr: "10.0.0.5/24" },
      { ...ETHERNET, address: "fe80::1", family: "IPv6", cidr: "fe80::1/64", scopeid: 2 },
    ],
  }),
  read: () => "0\n",
  ...changed,
});

describe("the addresses of a machine", () => {
  const cases: [string, boolean][] = [
    ["10.0.0.5", true],
    ["10.0.0.6", false],
    ["::ffff:10.0.0.5", true],
    ["fe80::1", true],
    ["fe80:0:0::1%eth0", true],
    ["2001:db8::1", false],
    ["127.0.0.9", true],
    ["239.1.2.3", true],
    ["ff02::fb", true],
  ];
  for (const [address, own] of cases)
    it(`${own ? "include" : "do not include"} ${address}`, () => assert.equal(isOwnAddress(address, source()), own));

  it("are on macOS only those that are set, loopback too", () => {
    assert.equal(isOwnAddress("127.0.0.9", source({ platform: "darwin" })), false);
  });

  it("are all there are with ip_nonlocal_bind, for its own family", () => {
    const read = (path: string) => (path === "/proc/sys/net/ipv4/ip_nonlocal_bind" ? "1\n" : null);
    assert.equal(isOwnAddress("203.0.113.1", source({ read })), true);
    assert.equal(isOwnAddress("2001:db8::1", source({ read })), false);
  });

  it("are not known where the interfaces cannot be listed", () => {
    const interfaces = () => {
      throw new Error("EACCES");
    };
    assert.equal(isOwnAddress("10.0.0.5", source({ interfaces })), null);
  });

  it("are those that bind() takes here", async () => {
    const here = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const own = here.filter(({ family, scopeid }) => family === "IPv4" || !scopeid).map(({ address }) => address);
    for (const address of [...own, "127.0.0.9", "203.0.113.1", "192.0.2.77"]) {
      const bound = await new Promise<boolean>((resolve) => {
        const server = createServer();
        server.once("error", () => resolve(false));
        server.listen({ host: address, port: 0 }, () => server.close(() => resolve(true)));
      });
      if (process.platform === "linux" || !address.startsWith("127."))
        assert.equal(isOwnAddress(address), bound, address);
    }
  });
});
