import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isCode } from "../../server/src/project/code-files.ts";
import { npmSources } from "../npm-sources.ts";

/** Published sources, fixed so that figures can be compared: what listens and connects, and large ones that do not, TypeScript among them. */
const PACKAGES = [
  "@grpc/grpc-js@1.14.7",
  "@hapi/hapi@21.4.10",
  "@nestjs/common@12.5.1",
  "@nestjs/core@12.5.1",
  "@nestjs/microservices@12.1.1",
  "@node-red/nodes@5.0.7",
  "@node-red/runtime@5.0.7",
  "amqplib@2.3.1",
  "axios@1.21.1",
  "browser-sync@3.0.4",
  "cassandra-driver@4.10.0",
  "coap@1.5.0",
  "fastify@5.12.8",
  "ftp-srv@4.6.3",
  "graphql@16.15.0",
  "http-proxy-middleware@3.0.10",
  "ioredis@6.0.0",
  "kafkajs@2.2.4",
  "karma@6.4.4",
  "mongodb@7.9.0",
  "mqtt@5.16.0",
  "mysql2@3.24.6",
  "nats@2.29.3",
  "needle@3.5.0",
  "node-media-server@4.4.3",
  "nodemailer@10.6.0",
  "restify@11.1.0",
  "rxjs@7.8.2",
  "socket.io-client@4.8.4",
  "undici@7.30.2",
  "verdaccio@6.8.0",
];

/** Makes the corpus below `cache`, where it is not there yet, as a Git checkout of its own. @returns its directory. */
export function corpusIn(cache: string): string {
  return npmSources(join(cache, "corpus"), PACKAGES, "without minified files, in Git", (corpus) => {
    for (const path of readdirSync(corpus, { recursive: true, encoding: "utf8" }))
      if (isCode(path) && isMinified(join(corpus, path))) rmSync(join(corpus, path));
    execFileSync("git", ["init", "-q"], { cwd: corpus });
    execFileSync("git", ["-c", "core.safecrlf=false", "add", "--all", "--force"], { cwd: corpus });
  });
}

/** Whether a file is machine-made for browsers: nobody lints those, and a few of them weigh as much as all the rest. */
function isMinified(path: string): boolean {
  if (!statSync(path).isFile()) return false;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => !line.includes("sourceMappingURL"));
  return lines.reduce((sum, line) => sum + line.length, 0) / lines.length > 200;
}
