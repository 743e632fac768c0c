// @agentsource/client as it comes: retries, time limits, typed errors, rate limit and key safety.
import { createClient } from '@agentsource/client';

export function createCall(baseUrl) {
  const client = createClient({ apiKey: 'bench', baseUrl });
  return async (body) => {
    const { data, error } = await client.POST('/v1/prospects/events/enrollments', { body });
    if (error) throw error;
    return data;
  };
}
