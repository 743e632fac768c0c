// What a function URL does around the README's function: an HTTP request becomes an event, whose body is base64 where it has to be.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { handler } from './lambda.ts';

let deliveries = 0;

createServer(async (req, res) => {
  const bytes = await buffer(req);
  deliveries += 1;
  const isBase64Encoded = deliveries % 2 === 0;
  const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)]);
  const {
    statusCode,
    headers: answered,
    body,
  } = await handler({
    headers: Object.fromEntries(headers),
    ...(bytes.length > 0 && { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
    requestContext: { http: { method: req.method ?? '' } },
  });
  res.writeHead(statusCode, answered).end(body);
}).listen(3000, '127.0.0.1');
