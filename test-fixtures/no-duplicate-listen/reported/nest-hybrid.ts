import { NestFactory } from "@nestjs/core";
import { type MicroserviceOptions, Transport } from "@nestjs/microservices";
import { AppModule } from "./app.module";

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.connectMicroservice<MicroserviceOptions>({ transport: Transport.TCP, options: { port: 3010 } });
  await app.startAllMicroservices();
  await app.listen(3010);
  //        ^^^^^^ no-duplicate-listen wildcard
}
void bootstrap();
