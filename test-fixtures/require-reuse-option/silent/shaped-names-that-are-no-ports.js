import { channel, feed, hub, player } from "./devices.js";

export function attach(transport, support, importPath, viewport) {
  channel.listen(transport);
  hub.listen(support.topic, console.log);
  feed.listen(importPath);
  player.listen(viewport);
}
