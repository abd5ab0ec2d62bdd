import { createPool, type Pool } from "mysql2/promise";

interface DatabaseSettings {
  host: string;
  user: string;
  password: string;
  sourceAddress: string;
}

export class Database {
  readonly #pool: Pool;

  constructor(settings: DatabaseSettings) {
    this.#pool = createPool({
      host: settings.host,
      user: settings.user,
      password: settings.password,
      connectionLimit: 20,
      localAddress: settings.sourceAddress,
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-ignored-socket-option ignored
    });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
