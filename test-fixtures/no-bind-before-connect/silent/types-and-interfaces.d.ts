export interface UplinkOptions {
  host: string;
  port: number;
  localAddress: string;
}

export declare class UplinkClient {
  constructor(options: { host: string; port: number; localAddress?: string });
  connect(options: UplinkOptions): void;
}
