// @fixture {"package":{"packageManager":"bun@1.4.5"}}
export default {
  async fetch(request: Request, bindings: unknown, context: { waitUntil(done: Promise<unknown>): void }) {
    context.waitUntil(Promise.resolve(bindings));
    return new Response(request.url);
  },
};
