export function start(fetch: (request: Request) => Response) {
  return (globalThis as any).Bun.serve({ port: 3000, fetch });
//                               ^^^^^ require-reuse-option noPolicy
}
