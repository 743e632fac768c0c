// Preloaded into snippets: what they send to the API goes to the server at TEST_SERVER.
const { fetch } = globalThis;
const here = (url) => url.replace('https://api.explorium.ai', process.env.TEST_SERVER);

globalThis.fetch = (input, init) =>
  fetch(input instanceof Request ? new Request(here(input.url), input) : here(String(input)), init);
