export function startGreeting() {
  return Bun.serve({ port: 3000, fetch: () => new Response("hello") });
//           ^^^^^ require-reuse-option noPolicy
}
