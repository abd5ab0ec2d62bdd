// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { NestFactory } from "@nestjs/core";
import { Transport } from "@nestjs/microservices";
import { FastifyAdapter, type NestFastifyApplication } from "@nestjs/platform-fastify";
import { AppModule } from "./app.module";
import { Config, PubSubServer } from "./config.js";

const positional = await NestFactory.create(AppModule);
await positional.listen(4901);
//               ^^^^^^ require-reuse-option droppedOption

const withHost = await NestFactory.create(AppModule, { cors: true });
await withHost.listen(process.env.PORT ?? 4902, "0.0.0.0");
//             ^^^^^^ require-reuse-option droppedOption

const options = await NestFactory.create(AppModule);
await options.listen({ port: 4903 } as never);
//            ^^^^^^ require-reuse-option noPolicy

const overFastify = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter());
await overFastify.listen({ port: 4904, host: "0.0.0.0" });
//                ^^^^^^ require-reuse-option noPolicy

const hybrid = await NestFactory.create(AppModule);
hybrid.connectMicroservice({ transport: Transport.TCP, options: { port: 4905 } });
//     ^^^^^^^^^^^^^^^^^^^ require-reuse-option droppedOption
hybrid.connectMicroservice({ transport: Transport.REDIS, options: { host: "cache", port: 6379 } });
await hybrid.startAllMicroservices();
const service = await NestFactory.createMicroservice(AppModule, {
  //                              ^^^^^^^^^^^^^^^^^^ require-reuse-option droppedOption
  transport: Transport.TCP,
  options: { host: "0.0.0.0", port: 4906 },
});
await service.listen();

const byDefault = await NestFactory.createMicroservice(AppModule, { options: { retryAttempts: 3 } });
//                                  ^^^^^^^^^^^^^^^^^^ require-reuse-option droppedOption
await byDefault.listen();

// Something else decides what these listen on.
hybrid.connectMicroservice({ strategy: new PubSubServer() });
await NestFactory.createMicroservice(AppModule, { useFactory: (config: Config) => config.transport, inject: [Config] });
