export default {
  port: 3000,
  fetch: (request: Request) => new Response(`hello ${new URL(request.url).pathname}`),
};
