// What the suite sends in the client's stead: credentials and styles that the client has no way to send by itself.
import type { Gap, Suite } from './derive/suite.ts';
import { writtenFor } from './wire/assist.ts';

export function assisted({ cases }: Suite): Gap[] {
  return cases.flatMap(({ operation, request }) => {
    const { keyHeader } = operation.security;
    const credentials = request.credentials
      .filter(({ in: where, name }) => where !== 'header' || name !== keyHeader)
      .map(({ scheme }) => ({
        what: `security ${scheme}`,
        why: 'its only credential is the key in a header',
      }));
    const { path, query } = writtenFor(operation, request);
    const parameters = [...path, ...query].map(({ name, in: where, style, explode, mediaType }) => ({
      what: `parameter ${name} in ${where}`,
      why: mediaType === undefined ? `style ${style}, explode ${explode}` : `as ${mediaType}`,
    }));
    const cookies = Object.keys(request.parameters.cookie).map((name) => ({
      what: `parameter ${name} in cookie`,
      why: 'it sends no cookies',
    }));
    return [...credentials, ...parameters, ...cookies].map((gap) => ({ operation, ...gap }));
  });
}
