const http = require('http')

const say = (text) => process.stdout.write(text)
http.createServer().listen({ port: 8000, reusePort: false })
process.on('SIGINT', () => {
//      ^^ require-exit-on-signal logs
  say('interrupted')
})
