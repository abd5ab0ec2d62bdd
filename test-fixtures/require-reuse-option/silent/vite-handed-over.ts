interface Container {
  viteServer: { listen(port?: number): Promise<unknown> };
  settings: { port: number };
}

export async function startContainer({ viteServer, settings }: Container) {
  const { port } = settings;
  await viteServer.listen(port);
}
