// openapi-fetch; the time limit is a signal given with each call, there being no option for it.
import createClient from 'openapi-fetch';

export function createCall(baseUrl) {
  const client = createClient({ baseUrl, headers: { api_key: 'bench' } });
  return async (body) => {
    const { data, error } = await client.POST('/v1/prospects/events/enrollments', {
      body,
      signal: AbortSignal.timeout(30_000),
    });
    if (error) throw error;
    return data;
  };
}
