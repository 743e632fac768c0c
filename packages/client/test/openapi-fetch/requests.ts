// Programs about what openapi-fetch sends.
import type { AnyClient, Program } from './both.ts';

const wrap = (before: string) => (path: string, values: Record<string, unknown>) =>
  Object.entries(values).reduce(
    (rest, [name, value]) => rest.replace(`{${name}}`, `${before}${value}`),
    path,
  );

const toForm = (body: object): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(body)) form.append(name, value);
  return form;
};

const get =
  (path: string, init?: object) =>
  (client: AnyClient): unknown =>
    client.GET(path, init);
const post =
  (init?: object) =>
  (client: AnyClient): unknown =>
    client.POST('/things', init);

const methods: [string, Program][] = ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'].map(
  (method) => [
    `the method ${method}`,
    { run: (client) => client[method]('/things', { headers: { 'X-A': '1' } }) },
  ],
);

const bodies: [string, Program][] = [{ a: 'b' }, {}, '', 'text', null, false, 0, 1, [], new Date(0)].flatMap(
  (body) => [
    [`the body ${JSON.stringify(body)}`, { run: post({ body }) }],
    [
      `the body ${JSON.stringify(body)} of a media type of the client`,
      { options: { headers: { 'content-type': 'application/a+json' } }, run: post({ body }) },
    ],
    [
      `the body ${JSON.stringify(body)} of a media type of the call`,
      { run: post({ body, headers: { 'Content-Type': 'application/a+json' } }) },
    ],
    [
      `the body ${JSON.stringify(body)} that is serialised`,
      { options: { bodySerializer: (value: unknown) => `<${JSON.stringify(value)}>` }, run: post({ body }) },
    ],
  ],
);

const styles: [string, object][] = [
  ['form', { array: { style: 'form', explode: false } }],
  ['form, exploded', { array: { style: 'form', explode: true } }],
  ['spaces', { array: { style: 'spaceDelimited', explode: false } }],
  ['spaces, exploded', { array: { style: 'spaceDelimited', explode: true } }],
  ['pipes', { array: { style: 'pipeDelimited', explode: false } }],
  ['pipes, exploded', { array: { style: 'pipeDelimited', explode: true } }],
  ['an object as form', { object: { style: 'form', explode: false } }],
  ['an object as form, exploded', { object: { style: 'form', explode: true } }],
  ['a deep object', { object: { style: 'deepObject', explode: true } }],
  ['reserved characters', { allowReserved: true }],
];
const query = {
  text: 'a b/c?',
  number: 0,
  no: false,
  list: [1, 2, 3],
  of: { a: 'x', b: 2 },
  none: null,
  empty: [],
};

const queries: [string, Program][] = [
  ['a query', { run: get('/things', { params: { query } }) }],
  ['a query of nothing', { run: get('/things', { params: { query: { a: undefined, b: null, c: [] } } }) }],
  ...styles.flatMap(([name, querySerializer]): [string, Program][] => [
    [
      `a query in the style ${name}, of the client`,
      { options: { querySerializer }, run: get('/things', { params: { query } }) },
    ],
    [
      `a query in the style ${name}, of the call`,
      { run: get('/things', { querySerializer, params: { query } }) },
    ],
  ]),
  [
    'a query by a function of the client',
    { options: { querySerializer: () => 'a=b' }, run: get('/things', { params: { query } }) },
  ],
  [
    'a query by a function of the call, which goes before the client’s',
    {
      options: { querySerializer: () => 'a=b' },
      run: get('/things', { querySerializer: () => '?c=d', params: { query } }),
    },
  ],
  [
    'a query in a style of the call, where the client has one of another kind',
    {
      options: { querySerializer: { array: { style: 'pipeDelimited', explode: false } } },
      run: get('/things', {
        querySerializer: { object: { style: 'form', explode: true } },
        params: { query },
      }),
    },
  ],
  ['a query nested too deep', { run: get('/things', { params: { query: { a: { b: { c: 1 } } } } }) }],
];

const one = { params: { path: { id: 7 } } };
const templates = '{a}/{b}/{c*}/{.d}/{.e*}/{;f}/{;g*}/{;h}';
const values = {
  a: 'x',
  b: { k: 'v', l: 'w' },
  c: [1, 2],
  d: [3, 4],
  e: { m: 'n' },
  f: 'y',
  g: [5, 6],
  h: { o: 'p' },
};

const paths: [string, Program][] = [
  ['a path parameter', { run: get('/things/{id}', one) }],
  [
    'a path parameter that is reserved characters',
    { run: get('/things/{id}', { params: { path: { id: ';/?:@&=+$,# ' } } }) },
  ],
  [
    'a path parameter that needs no escape',
    { run: get('/things/{id}', { params: { path: { id: "aZ09-_.!~*'()" } } }) },
  ],
  ['a path parameter beyond ASCII', { run: get('/things/{id}', { params: { path: { id: 'ä🥴' } } }) }],
  ['path parameters of all styles', { run: get(`/things/${templates}`, { params: { path: values } }) }],
  [
    'a path serialised by the client',
    { options: { pathSerializer: wrap('client-') }, run: get('/things/{id}', one) },
  ],
  [
    'a path serialised by the call',
    {
      options: { pathSerializer: wrap('client-') },
      run: get('/things/{id}', { ...one, pathSerializer: wrap('call-') }),
    },
  ],
];

const headers: [string, Program][] = [
  ['headers of the client', { options: { headers: { a: 'b' } }, run: get('/things') }],
  [
    'headers of the call, which go before the client’s',
    {
      options: { headers: { a: 'b', c: 'd', e: 'f', g: 'h' } },
      run: get('/things', { headers: { a: '', c: 0, e: undefined, g: false } }),
    },
  ],
  [
    'a header that is taken away',
    { options: { headers: { a: 'b', c: 'd' } }, run: get('/things', { headers: { a: null } }) },
  ],
  ['headers that are lists', { run: get('/things', { headers: { list: ['one', 'two'] } }) }],
  [
    'headers that are Headers',
    {
      options: { headers: new Headers({ a: 'b' }) },
      run: get('/things', { headers: new Headers({ c: 'd' }) }),
    },
  ],
  [
    'header parameters',
    { run: get('/things', { params: { header: { 'x-a': 'b' } }, headers: { 'x-a': 'c' } }) },
  ],
  ['a cookie of one’s own', { run: get('/things', { credentials: 'include', headers: { Cookie: 'a=1' } }) }],
];

const others: [string, Program][] = [
  ['no body', { run: post({ body: undefined }) }],
  [
    'a body that the call serialises',
    { run: post({ body: { a: 'b' }, bodySerializer: (body: { a: string }) => `a is ${body.a}` }) },
  ],
  [
    'a body by the headers',
    {
      run: post({
        body: { a: 'b' },
        bodySerializer: (_: unknown, sent: Headers) => sent.get('x-a'),
        headers: { 'X-A': '1' },
      }),
    },
  ],
  [
    'a form',
    { run: post({ body: { a: 'b c' }, headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }) },
  ],
  ['a form of parts', { run: post({ body: { a: 'b' }, bodySerializer: toForm }) }],
  ['a form of parts that is given', { run: post({ body: toForm({ a: 'b' }) }) }],
  [
    'a base URL that ends with a slash',
    { options: { baseUrl: 'https://api.example/v3/' }, run: get('/things') },
  ],
  ['a base URL of the call', { run: get('/things', { baseUrl: 'https://api.example/v4/' }) }],
  [
    'options of fetch',
    {
      options: { cache: 'no-store', credentials: 'omit' },
      run: get('/things', { cache: 'reload', mode: 'cors' }),
    },
  ],
  [
    'request() by a method in small letters',
    { run: (client) => client.request('post', '/things', { body: { a: 1 } }) },
  ],
  ['request() with parameters', { run: (client) => client.request('get', '/things/{id}', one) }],
];

export const requests: [string, Program][] = [
  ...methods,
  ...bodies,
  ...queries,
  ...paths,
  ...headers,
  ...others,
];
