import { Agent as HttpsAgent, request } from "node:https";

export function notify(text: string): void {
  const agent = new HttpsAgent({ timeout: 5000 });
//                  ^^^^^^^^^^ no-agent-per-request agent
  request("https://hooks.example.com/notify", { method: "POST", agent }).end(text);
}
