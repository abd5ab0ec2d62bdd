import { NestFactory } from "@nestjs/core";
import { Transport } from "@nestjs/microservices";
import { ArenaModule } from "./arena.module";

async function main(): Promise<void> {
  const arena = await NestFactory.create(ArenaModule);
  arena.connectMicroservice({ transport: Transport.TCP, options: { port: 5004 } });
  // hover connectMicroservice shows Opens localhost:5004
  await arena.startAllMicroservices();
  await arena.listen(5004);
//            ^^^^^^ no-duplicate-listen wildcard
}
void main();
