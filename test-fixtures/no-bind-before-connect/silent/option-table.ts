export const outgoing = {
  localAddress: { type: "string", description: "source address of outgoing connections" },
  localPort: { type: "number" },
} as const;

export function describe(host: string, port: number, localAddress: string) {
  return format({ host, port, localAddress });
}

function format(parts: Record<string, unknown>): string {
  return Object.entries(parts).map(([k, v]) => `${k}=${v}`).join(" ");
}
