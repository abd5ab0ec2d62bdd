import { createServer } from "node:http";

export function start(where) {
  createServer().listen(where, () => console.log(`listening on ${where.host}:${where.port}`));
}

export function startApart(target) {
  const { workers, ...rest } = target;
  createServer().listen(target);
  return [workers, rest];
}
