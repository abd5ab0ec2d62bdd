/** Parts of a server as people write them; `i` makes their names differ. */
const PARTS: readonly ((i: number) => string)[] = [
  (i) => `/** What table ${i} holds. */
export interface Row${i} {
  id: string;
  name: string;
  createdAt: Date;
  tags: readonly string[];
}
`,
  (i) => `export class Repository${i} {
  readonly #pool: Pool;
  readonly #cache = new Map<string, Row${i}>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async find(id: string): Promise<Row${i} | null> {
    const known = this.#cache.get(id);
    if (known) return known;
    const rows = await this.#pool.query<Row${i}>("select * from table_${i} where id = $1", [id]);
    const row = rows[0] ?? null;
    if (row) this.#cache.set(id, row);
    return row;
  }

  async list({ limit = 50, offset = 0 }: { limit?: number; offset?: number } = {}): Promise<Row${i}[]> {
    const rows = await this.#pool.query<Row${i}>("select * from table_${i} limit $1 offset $2", [limit, offset]);
    return rows.filter((row) => !row.tags.includes("deleted")).map((row) => ({ ...row, name: row.name.trim() }));
  }
}
`,
  (i) => `router.get("/rows-${i}/:id", async (request: Request, response: Response) => {
  try {
    const row = await new Repository${i}(pool).find(request.params.id);
    if (!row) {
      response.status(404).json({ error: \`There is no row \${request.params.id}.\` });
      return;
    }
    response.json({ ...row, links: { self: \`/rows-${i}/\${row.id}\` } });
  } catch (error) {
    logger.error({ error, route: "rows-${i}" }, "request failed");
    response.status(500).json({ error: "Internal error" });
  }
});
`,
  (i) => `function summary${i}(rows: readonly Row${i}[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { tags } of rows) {
    for (const tag of tags) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a));
}
`,
  (i) => `export async function fetchUpstream${i}(path: string): Promise<Row${i}> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: ${10 + (i % 7)} });
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "upstream-${i}.internal", port: 80, path, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString("utf8")) as Row${i}));
    });
    request.on("error", reject);
    request.end();
  });
}
`,
];

const HEAD = `import http from "node:http";
import net from "node:net";
import express, { type Request, type Response } from "express";
import { logger } from "./logger.js";
import { pool, type Pool } from "./pool.js";

const app = express();
const router = express.Router();
app.use(express.json());
app.use("/api", router);

http.createServer(app).listen(Number(process.env.PORT ?? 3000), () => logger.info("listening"));
net.connect({ host: "metrics.internal", port: 9125, localAddress: "10.0.0.5" });

`;

/** A TypeScript server of about so many lines. The same number gives the same text. */
export function sourceOf(lines: number): string {
  let text = HEAD;
  for (let i = 0; text.split("\n").length < lines; i++)
    text += `${(PARTS[i % PARTS.length] as (i: number) => string)(Math.floor(i / PARTS.length))}\n`;
  return text;
}
