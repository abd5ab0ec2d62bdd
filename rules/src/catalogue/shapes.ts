/** What a function of this name makes when its argument, or the `type` in it, is this text: nothing else takes such a one. */
export function typeMadeBy(name: string, argument: string | null): string | undefined {
  return name === "createSocket" && (argument === "udp4" || argument === "udp6") ? "dgram.Socket" : undefined;
}
