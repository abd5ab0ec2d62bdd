declare const Bun: any;
declare const Deno: any;

export const declared = (fetch: (request: Request) => Response) => Bun.serve({ port: 3000, fetch });
//                                                                     ^^^^^ require-reuse-option noPolicy

const { serve } = Bun;
export const taken = serve({ port: 3001, fetch: () => new Response() });
//                   ^^^^^ require-reuse-option noPolicy

const runtime = Deno;
export const renamed = runtime.serve({ port: 3002 }, () => new Response());
//                             ^^^^^ require-reuse-option noPolicy

export const reached = (globalThis as any).Deno?.serve({ port: 3003 }, () => new Response());
//                                               ^^^^^ require-reuse-option noPolicy
