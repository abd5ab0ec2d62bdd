import { NestFactory } from "@nestjs/core";
import { Transport } from "@nestjs/microservices";
import { AppModule } from "./app.module.js";
import { PubSubServer } from "./pub-sub.js";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  // A strategy of one's own listens where it likes, and a factory may give any transport.
  app.connectMicroservice({ strategy: new PubSubServer() });
  await NestFactory.createMicroservice(AppModule, { useFactory: () => ({ transport: Transport.NATS }) });
  await NestFactory.createMicroservice(AppModule, { transport: Transport.TCP, options: { port: 3001 } });
  await app.startAllMicroservices();
  await app.listen(3000);
}
bootstrap();
