// ofetch, with its own time limit and its default retries.
import { ofetch } from 'ofetch';

export function createCall(baseUrl) {
  const client = ofetch.create({ baseURL: baseUrl, headers: { api_key: 'bench' }, timeout: 30_000 });
  return (body) => client('/v1/prospects/events/enrollments', { method: 'POST', body });
}
