// What the suite sends in the client's stead, which has no way to send it.
import type { Gap, Suite } from './derive/suite.ts';
import { isClients } from './operation/security.ts';

export function assisted({ cases }: Suite): Gap[] {
  return cases.flatMap(({ operation, request }) => [
    ...request.credentials
      .filter((credential) => !isClients(credential))
      .map(({ scheme }) => ({
        operation,
        what: `security ${scheme}`,
        why: 'its only credential is a key in a header',
      })),
    ...operation.parameters
      .filter(({ in: where, mediaType }) => where === 'path' && mediaType !== undefined)
      .map(({ name }) => ({ operation, what: `parameter ${name} in path`, why: 'it writes no JSON there' })),
  ]);
}
