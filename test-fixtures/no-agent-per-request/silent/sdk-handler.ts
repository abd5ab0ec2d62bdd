import https from "node:https";
import { S3Client } from "@aws-sdk/client-s3";
import { NodeHttpHandler } from "@smithy/node-http-handler";

export function store() {
  return new S3Client({ requestHandler: new NodeHttpHandler({ httpsAgent: new https.Agent({ maxSockets: 50 }) }) });
}
