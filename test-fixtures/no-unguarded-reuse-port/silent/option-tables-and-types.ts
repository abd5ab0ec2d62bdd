export interface ListenSettings {
  reusePort: true;
  backlog?: number;
}

export const schema = {
  port: { type: "number" },
  reusePort: { type: "boolean", default: true },
};

export const defaults: ListenSettings = { reusePort: true };
