import { bus } from "./bus.js";

export function trackJobs(store) {
  bus.listen("job:started", (job) => store.add(job));
  bus.listen("job:done", ({ id }) => store.remove(id));
  store.listen(() => console.log(store.size, "jobs"));
}
