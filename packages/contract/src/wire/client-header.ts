// Where the client puts its key, as it is seen to leave.
import { API_KEY } from '../api-key.ts';
import { createUntypedClient } from './untyped-client.ts';

/** In lower case; undefined for a client that sends its key in no header. */
export const CLIENT_HEADER: string | undefined = await seen();

async function seen(): Promise<string | undefined> {
  let header: string | undefined;
  const observe: typeof fetch = async (input, init) => {
    header = [...new Request(input, init).headers].find(([, value]) => value === API_KEY)?.[0];
    return Response.json({});
  };
  await createUntypedClient('http://127.0.0.1', API_KEY, observe).request('get', '/', {});
  return header;
}
