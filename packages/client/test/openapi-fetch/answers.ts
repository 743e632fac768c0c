// Programs about what openapi-fetch makes of answers, and about its middleware.
import type { AnyClient, Program } from './both.ts';

const get =
  (init?: object) =>
  (client: AnyClient): unknown =>
    client.GET('/things/{id}', { params: { path: { id: 7 } }, ...init });

/** A call with middleware of the client. */
const using =
  (...middleware: object[]) =>
  (client: AnyClient): unknown => {
    client.use(...middleware);
    return get()(client);
  };
const header = (name: string, value: string) => ({
  onRequest: ({ request }: { request: Request }) => request.headers.append(name, value),
  onResponse: ({ response }: { response: Response }) => {
    const headers = new Headers(response.headers);
    headers.append(name, value);
    return new Response(response.body, { headers });
  },
});

const results: [string, Program][] = [
  ['an object', { run: get() }],
  ['a list', { answer: () => Response.json([1, 2]), run: get() }],
  ['201', { answer: () => Response.json({ id: 2 }, { status: 201 }), run: get() }],
  ['204', { answer: () => new Response(null, { status: 204 }), run: get() }],
  ['404', { answer: () => Response.json({ no: 1 }, { status: 404 }), run: get() }],
  ['500', { answer: () => Response.json({ no: 1 }, { status: 500 }), run: get() }],
  ['an error that is text', { answer: () => new Response('<p>no', { status: 500 }), run: get() }],
  [
    'an answer in pieces that says it has none',
    {
      answer: () =>
        Response.json([1], { headers: { 'Content-Length': '0', 'Transfer-Encoding': 'chunked' } }),
      run: get(),
    },
  ],
  [
    'HEAD of something long',
    {
      answer: () => new Response(null, { headers: { 'Content-Length': '42' } }),
      run: (client) => client.HEAD('/things'),
    },
  ],
  ...['json', 'text', 'blob', 'arrayBuffer', 'stream'].flatMap((parseAs): [string, Program][] => [
    [`an answer as ${parseAs}`, { run: get({ parseAs }) }],
    [
      `an error as ${parseAs}`,
      { answer: () => Response.json({ no: 1 }, { status: 422 }), run: get({ parseAs }) },
    ],
    [
      `no content as ${parseAs}`,
      { answer: () => new Response(null, { status: 204 }), run: get({ parseAs }) },
    ],
  ]),
  ['text that is empty', { answer: () => new Response(''), run: get({ parseAs: 'text' }) }],
];

const ids = (): { run: Program['run'] } => ({
  async run(client) {
    const seen: string[] = [];
    const note = ({ id }: { id: string }) => void seen.push(id);
    client.use({ onRequest: note, onResponse: note });
    await get()(client);
    await get()(client);
    return [seen[0] === seen[1], seen[2] === seen[3], seen[0] !== seen[2], typeof seen[0]];
  },
});

const middleware: [string, Program][] = [
  ['one id for each call', ids()],
  ['a request changed', { run: using(header('x-a', '1')) }],
  [
    'a request replaced',
    {
      run: using({
        onRequest: () =>
          new Request('https://api.example/other?a=b', { method: 'PUT', body: 'c', headers: { d: 'e' } }),
      }),
    },
  ],
  [
    'an answer replaced',
    { run: using({ onResponse: () => Response.json({ other: 1 }, { status: 201, headers: { a: 'b' } }) }) },
  ],
  [
    'an error made a success',
    {
      answer: () => new Response('x', { status: 500 }),
      run: using({ onResponse: () => Response.json({ instead: 1 }) }),
    },
  ],
  [
    'a success made an error',
    { run: using({ onResponse: () => Response.json({ no: 1 }, { status: 400 }) }) },
  ],
  [
    'the order of requests and answers',
    { run: using(header('step', 'A'), header('step', 'B'), header('step', 'C')) },
  ],
  [
    'middleware of the call, after the client’s',
    {
      run(client) {
        client.use(header('step', 'A'));
        return get({ middleware: [header('step', 'B'), undefined, header('step', 'C')] })(client);
      },
    },
  ],
  [
    'an answer without a request, which skips all others',
    { run: using({ onRequest: () => Response.json({ own: 1 }) }, header('x-a', '1')) },
  ],
  [
    'an error answered',
    {
      answer: () => Promise.reject(new TypeError('no')),
      run: using({ onError: () => Response.json({ own: 1 }) }),
    },
  ],
  [
    'an error changed, last middleware first',
    {
      answer: () => Promise.reject(new TypeError('no')),
      run: using(
        { onError: ({ error }: { error: Error }) => new Error(`${error.message}, A`) },
        { onError: () => new Error('B') },
      ),
    },
  ],
  ['something else than a request returned', { run: using({ onRequest: () => 'no' }) }],
  ['something else than an answer returned', { run: using({ onResponse: () => 'no' }) }],
  [
    'something else than an error returned',
    { answer: () => Promise.reject(new TypeError('no')), run: using({ onError: () => 'no' }) },
  ],
  ['an error thrown', { run: using({ onRequest: () => Promise.reject(new Error('mine')) }) }],
  ['middleware that does nothing', { run: using({ onRequest: () => undefined }) }],
  ['middleware that is none', { run: (client) => client.use({ onreqeust: () => undefined }) }],
  ['nothing as middleware', { run: using(null as never, undefined as never) }],
  [
    'middleware taken away',
    {
      run(client) {
        const gone = header('x-a', '1');
        client.use(gone, header('x-b', '2'));
        client.eject(gone, header('x-b', '2'));
        return get()(client);
      },
    },
  ],
  [
    'what middleware is told',
    {
      async run(client) {
        const told: unknown[] = [];
        client.use({
          onRequest: ({ schemaPath, params, options, request }: Record<string, AnyClient>) => {
            const { baseUrl, querySerializer, pathSerializer, bodySerializer } = options;
            told.push(schemaPath, params, baseUrl, Object.isFrozen(options), request instanceof Request);
            told.push(
              [querySerializer, pathSerializer, bodySerializer, options.fetch].map((one) => typeof one),
            );
          },
        });
        await client.PUT('/things/{id}', { params: { path: { id: 1 } }, body: { a: 1 }, query: { b: 2 } });
        return told;
      },
    },
  ],
  [
    'options.fetch given a request again',
    {
      answer: (request) => new Response('{}', { status: request.headers.get('x-token') ? 200 : 401 }),
      run: using({
        onResponse: ({ request, response, options }: AnyClient) =>
          response.status === 401 && options.fetch(new Request(request.url, { headers: { 'x-token': '1' } })),
      }),
    },
  ],
];

class SpecialRequest extends Request {}
const isSpecial = (request: Request) => Response.json({ special: request instanceof SpecialRequest });
const others: [string, Program][] = [
  ['a Request class of the client', { options: { Request: SpecialRequest }, answer: isSpecial, run: get() }],
  ['a Request class of the call', { answer: isSpecial, run: get({ Request: SpecialRequest }) }],
  [
    'an option that fetch does not know',
    { answer: (request) => Response.json(Reflect.get(request, 'mine') ?? null), run: get({ mine: 'value' }) },
  ],
  [
    'a fetch of the call',
    { run: get({ fetch: async (request: Request) => Response.json({ url: request.url }) }) },
  ],
  [
    'an answer that is no Response',
    {
      answer: () =>
        ({
          ok: true,
          status: 200,
          headers: new Headers(),
          json: async () => [1],
          text: async () => '[1]',
        }) as never,
      run: async (client) => ((await get()(client)) as { data: unknown }).data,
    },
  ],
];

export const answers: [string, Program][] = [...results, ...middleware, ...others];
