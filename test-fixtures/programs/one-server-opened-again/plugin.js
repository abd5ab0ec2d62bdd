// started by `fastify start plugin.js`, which listens by itself
module.exports = async (board) => {
  board.get("/", () => ({ posts: [] }));
  board.listen(9093, "127.0.0.1", (error) => {
//      ^^^^^^ require-reuse-option noPolicy
    if (error) throw error;
  });
};
