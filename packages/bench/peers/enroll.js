// enrollProspects over many ids; the batches are small requests, the set of ids seen is what grows.
import { createClient } from '@agentsource/client';
import { enrollProspects } from '@agentsource/client/enroll';

export function createCall(baseUrl) {
  const client = createClient({ apiKey: 'bench', baseUrl });
  return async (prospectIds) => {
    let last;
    const options = { enrollmentKey: 'bench', eventTypes: ['prospect_changed_role'], concurrency: 8 };
    for await (const record of enrollProspects(client, { ...options, prospectIds })) last = record;
    return last;
  };
}
