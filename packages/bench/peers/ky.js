// ky, with its own time limit and its default retries.
import ky from 'ky';

export function createCall(baseUrl) {
  const client = ky.create({ headers: { api_key: 'bench' }, timeout: 30_000 });
  return (body) => client.post(`${baseUrl}/v1/prospects/events/enrollments`, { json: body }).json();
}
