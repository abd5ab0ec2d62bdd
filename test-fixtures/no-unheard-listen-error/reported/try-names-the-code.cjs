const http = require('http');

async function main() {
  const server = http.createServer();
  try {
    await connectToDatabase();
    await server.listen({ port: 3000, reusePort: false });
//               ^^^^^^ no-unheard-listen-error catch
    console.log('started');
  } catch (error) {
    if (error.code === 'EADDRINUSE') console.error('somebody else is there');
    throw error;
  }
}

async function connectToDatabase() {}
main();
