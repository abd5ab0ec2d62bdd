import { prices } from "./prices.ts";

Bun.serve({ port: 4100, reusePort: false, fetch: prices.fetch });
