const links = new Map([["docs", "https://bun.sh/docs"]]);

export function redirect(request: Request): Response {
  const target = links.get(new URL(request.url).pathname.slice(1));
  return target === undefined ? new Response("no such link\n", { status: 404 }) : Response.redirect(target);
}
