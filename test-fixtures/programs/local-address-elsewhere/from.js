export const from = { localAddress: "192.0.2.9" };
