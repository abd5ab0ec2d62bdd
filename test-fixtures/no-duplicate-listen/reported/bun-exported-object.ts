const fetch = () => new Response("up");

const server = Bun.serve({ port: 8090, fetch });
//                 ^^^^^ no-duplicate-listen bunExport
console.log(server.url.href);

export default { port: 8090, fetch };
