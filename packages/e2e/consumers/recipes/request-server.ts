// A function from Request to Response as a server: what platforms do around the README's `export default { fetch }`.
import { serve } from '@hono/node-server';
import server from './server.ts';

serve({ fetch: server.fetch, port: 3000, hostname: '127.0.0.1' });
