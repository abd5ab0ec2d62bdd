export interface ListenSettings {
  port: number;
  path?: string;
  reusePort?: boolean;
}

export const KNOWN_OPTIONS = {
  reusePort: true,
  reuseAddr: true,
  localAddress: false,
} as const;

export const DEFAULTS: ListenSettings = { port: 0, reusePort: true };

export function describe(settings: ListenSettings): string {
  return Object.keys(settings)
    .filter((key) => key in KNOWN_OPTIONS)
    .join(", ");
}
