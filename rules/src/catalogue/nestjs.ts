import { ends } from "./ends.ts";
import { listen } from "./http.ts";
import type { Operation, Package } from "./types.ts";

const nestListen: Operation = {
  ...listen,
  typingsRefuse: true,
  positionalDrops: true,
  defaultHostBeside: { modules: ["@nestjs/platform-fastify"], host: "127.0.0.1" },
  instead: "pass the options object as the first argument, with a cast, for Nest hands it to the http.Server",
};

/** A microservice over TCP, which `startAllMicroservices()`, or its own `listen()`, lets listen. */
const microservice: Operation = {
  op: "listen",
  transport: "tcp",
  forms: [["options"]],
  within: ["options"],
  onlyWith: {
    option: "transport",
    paths: ["@nestjs/microservices.Transport.TCP"],
    unless: ["strategy", "useFactory"],
  },
  defaultPort: 3000,
  defaultHost: "localhost",
  reusePort: "dropped",
  typingsRefuse: true,
  instead: "give the option to the listen() of a net.Server of your own",
  endsIn: ends.netListen,
};

const nestjs: Package = {
  name: "NestJS",
  modules: ["@nestjs/core", "@nestjs/common", "@nestjs/platform-express", "@nestjs/platform-fastify"],
  triggers: [".listen", ".connectMicroservice", ".createMicroservice"],
  docs: "https://docs.nestjs.com/first-steps",
  entries: {
    "@nestjs/core.NestFactory.create": { returns: "@nestjs/common.INestApplication" },
    "@nestjs/core.NestFactory.createMicroservice": { does: { ...microservice, forms: [["other", "options"]] } },
    "@nestjs/common.INestApplication": { type: true },
    "@nestjs/common.INestApplication#listen": { does: nestListen },
    "@nestjs/common.INestApplication#connectMicroservice": { does: microservice },
    "@nestjs/common.INestApplication#getHttpServer": { returns: "http.Server" },
    "@nestjs/platform-express.NestExpressApplication": { alias: "@nestjs/common.INestApplication" },
    "@nestjs/platform-fastify.NestFastifyApplication": { alias: "@nestjs/common.INestApplication" },
  },
};
export default nestjs;
