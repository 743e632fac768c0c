// What the README of redis exports, as a server.
import { serve } from '@hono/node-server';
import { receive } from './ioredis.ts';

serve({ fetch: receive, port: 3000, hostname: '127.0.0.1' });
