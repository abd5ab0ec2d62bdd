import { startGreeting } from "./greeting.ts";

const greeting = startGreeting();
console.log(`greeting on ${greeting.url.href}`);

export default { fetch: () => new Response("hello again") };
// @1:15 no-duplicate-listen port
