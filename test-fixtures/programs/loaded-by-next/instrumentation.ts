export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    await import("./lib/metrics");
    const { startFeed } = await import("./lib/feed");
    startFeed();
    if (process.env.FEED_DEBUG) (await import("./lib/debug")).startDebug();
  }
}
