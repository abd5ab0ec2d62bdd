export type TunnelOptions = { host: string; port: number; localPort: 8022 };

export const schema = {
  type: "object",
  properties: { localPort: { type: "integer", minimum: 1024, default: 20000 } },
};

export const defaults: TunnelOptions = { host: "bastion", port: 22, localPort: 8022 };
