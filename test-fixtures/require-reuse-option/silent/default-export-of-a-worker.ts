// @fixture {"package":{"packageManager":"bun@1.4.5","devDependencies":{"wrangler":"^4.40.0"}}}
interface Bindings {
  GREETING: string;
}

export default {
  fetch: (request: Request, bindings: Bindings) => new Response(`${bindings.GREETING} ${request.url}`),
};
