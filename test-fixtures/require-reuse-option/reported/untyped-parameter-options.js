export function boot(app, { host = "0.0.0.0", httpPort } = {}) {
  return new Promise((resolve) => {
    const running = app.listen({ host, port: httpPort }, () => resolve(running));
    //                  ^^^^^^ require-reuse-option noPolicy
  });
}
