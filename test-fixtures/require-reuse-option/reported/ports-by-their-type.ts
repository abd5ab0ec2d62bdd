import { createServer } from "node:http";

type Where = number | string;
interface Config {
  target: number;
}

export const plain = (where: Where) => createServer().listen(where);
//                                                    ^^^^^^ require-reuse-option noPolicy
export const named = (port: { valueOf(): number }["valueOf"] extends () => infer N ? N : never) => createServer().listen(port);
//                                                                                                                ^^^^^^ require-reuse-option noPolicy
export const member = (config: Config) => createServer().listen(config.target);
//                                                       ^^^^^^ require-reuse-option noPolicy
export const text = (where: string) => createServer().listen(where.trim());
//                                                    ^^^^^^ require-reuse-option noPolicy
