import type { Handle } from "@sveltejs/kit";
import { startOnce } from "$lib/server/once";
import { startSockets } from "$lib/server/sockets";
import "$lib/server/jobs";

startSockets();
startOnce();

export const handle: Handle = ({ event, resolve }) => resolve(event);
