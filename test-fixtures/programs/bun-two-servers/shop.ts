const port = 4100;

const pages = Bun.serve({ port, fetch: () => new Response("<h1>Shop</h1>") });
//                ^^^^^ require-reuse-option noPolicy
const prices = Bun.serve({ port, fetch: () => Response.json({ apples: 3 }) });
//                 ^^^^^ no-duplicate-listen port
// hover serve shows One of two listens fails with EADDRINUSE
console.log(pages.url.href, prices.url.href);
