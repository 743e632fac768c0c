// The server of the measurements, in a process of its own: answers an enrollment at once. Prints its port.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { enrollment_key } = JSON.parse(body) as { enrollment_key: string };
  const answer = {
    response_context: { correlation_id: 'bench', request_status: 'success', time_took_in_seconds: 0.001 },
    enrollment_key,
    enrollment_id: 'en_bench',
  };
  response.writeHead(200, {
    'Content-Type': 'application/json',
    'X-RateLimit-Limit': '200',
    'X-RateLimit-Remaining': '199',
    'X-RateLimit-Reset': '1767225600',
  });
  response.end(JSON.stringify(answer));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
// Ends with the process that measures, however that one ends.
process.stdin.resume().on('end', () => process.exit());
