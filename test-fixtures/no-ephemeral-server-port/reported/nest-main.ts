import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule, { cors: true });
  await app.listen(55_000);
  //        ^^^^^^ no-ephemeral-server-port ephemeral
}

void bootstrap();
