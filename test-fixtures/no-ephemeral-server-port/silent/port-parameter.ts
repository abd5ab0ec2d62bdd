import type { Server } from "node:net";

export const open = (server: Server, port: number) => server.listen({ port, exclusive: true });
