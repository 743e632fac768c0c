// Answers with what the program prints. Imported on a request, since a Worker may not fetch while it starts.
export default {
  async fetch() {
    const printed = [];
    console.log = (...values) => printed.push(values.join(' '));
    try {
      await import('./program.mjs');
    } catch (error) {
      printed.push(error.stack);
    }
    return new Response(printed.join('\n'));
  },
};
