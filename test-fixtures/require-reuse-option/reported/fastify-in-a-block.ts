import Fastify, { type FastifyListenOptions } from 'fastify'

export async function start(options: FastifyListenOptions) {
  const app = Fastify()
  try {
    await app.listen({
//            ^^^^^^ require-reuse-option noPolicy
      port: options.port ?? 3000,
      host: '127.0.0.1',
    })
  } catch (error) {
    app.log.error(error)
  }
}
