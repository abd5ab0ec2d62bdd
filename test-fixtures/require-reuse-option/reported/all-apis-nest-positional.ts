// @fixture {"options":{"require-reuse-option":{"apis":"all"}}}
import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";

async function bootstrap(): Promise<void> {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  await app.listen(process.env.PORT ?? 3000);
  //        ^^^^^^ require-reuse-option droppedOption
}

void bootstrap();
