// hey-api: its fetch client, generated from the same document; the time limit is a signal given with each call.
import { client } from './generated/client.gen.ts';
import { addProspectsEnrollments } from './generated/sdk.gen.ts';

export function createCall(baseUrl) {
  client.setConfig({ baseUrl, auth: 'bench' });
  return async (body) => {
    const { data } = await addProspectsEnrollments({
      body,
      signal: AbortSignal.timeout(30_000),
      throwOnError: true,
    });
    return data;
  };
}
