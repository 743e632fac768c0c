// openai, a Stainless SDK, aimed at the same call by its untyped `post`; its own time limit and default retries.
import OpenAI from 'openai';

export function createCall(baseUrl) {
  const client = new OpenAI({ apiKey: 'bench', baseURL: baseUrl, timeout: 30_000 });
  return (body) => client.post('/v1/prospects/events/enrollments', { body });
}
