// OpenAPI 3.1 as a table: which fields each of its objects has, and what each of them holds. Whoever looks for something in a
// document (a schema, a reference, data that is nobody's to interpret) finds it by meaning, never by the name of a key alone.

/** The objects of the OpenAPI specification, by its own names; `data` is any JSON value, which means nothing to OpenAPI. */
export type Kind =
  | 'document'
  | 'info'
  | 'server'
  | 'serverVariable'
  | 'components'
  | 'paths'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'requestBody'
  | 'mediaType'
  | 'encoding'
  | 'responses'
  | 'response'
  | 'callback'
  | 'example'
  | 'link'
  | 'header'
  | 'tag'
  | 'schema'
  | 'securityScheme'
  | 'other'
  | 'data';

export type Field = Kind | { list: Kind } | { map: Kind };

/** What may stand for an object of this kind: `{ "$ref": … }`. A schema's `$ref` is a keyword beside others. */
export const REFERENCEABLE: ReadonlySet<Kind> = new Set<Kind>([
  'pathItem',
  'parameter',
  'requestBody',
  'response',
  'callback',
  'example',
  'link',
  'header',
  'securityScheme',
]);

/** Fields that hold objects or data. `*` stands for every name that is neither listed nor an extension. */
export const FIELDS: Record<Kind, Record<string, Field>> = {
  document: {
    info: 'info',
    servers: { list: 'server' },
    paths: 'paths',
    webhooks: { map: 'pathItem' },
    components: 'components',
    tags: { list: 'tag' },
    externalDocs: 'other',
  },
  info: { contact: 'other', license: 'other' },
  server: { variables: { map: 'serverVariable' } },
  serverVariable: {},
  components: {
    schemas: { map: 'schema' },
    responses: { map: 'response' },
    parameters: { map: 'parameter' },
    examples: { map: 'example' },
    requestBodies: { map: 'requestBody' },
    headers: { map: 'header' },
    securitySchemes: { map: 'securityScheme' },
    links: { map: 'link' },
    callbacks: { map: 'callback' },
    pathItems: { map: 'pathItem' },
  },
  paths: { '*': 'pathItem' },
  pathItem: {
    servers: { list: 'server' },
    parameters: { list: 'parameter' },
    get: 'operation',
    put: 'operation',
    post: 'operation',
    delete: 'operation',
    options: 'operation',
    head: 'operation',
    patch: 'operation',
    trace: 'operation',
  },
  operation: {
    externalDocs: 'other',
    parameters: { list: 'parameter' },
    requestBody: 'requestBody',
    responses: 'responses',
    callbacks: { map: 'callback' },
    servers: { list: 'server' },
  },
  parameter: {
    schema: 'schema',
    example: 'data',
    examples: { map: 'example' },
    content: { map: 'mediaType' },
  },
  requestBody: { content: { map: 'mediaType' } },
  mediaType: {
    schema: 'schema',
    example: 'data',
    examples: { map: 'example' },
    encoding: { map: 'encoding' },
  },
  encoding: { headers: { map: 'header' } },
  responses: { '*': 'response' },
  response: {
    headers: { map: 'header' },
    content: { map: 'mediaType' },
    links: { map: 'link' },
  },
  callback: { '*': 'pathItem' },
  example: { value: 'data' },
  link: { parameters: { map: 'data' }, requestBody: 'data', server: 'server' },
  header: {
    schema: 'schema',
    example: 'data',
    examples: { map: 'example' },
    content: { map: 'mediaType' },
  },
  tag: { externalDocs: 'other' },
  schema: {
    allOf: { list: 'schema' },
    anyOf: { list: 'schema' },
    oneOf: { list: 'schema' },
    prefixItems: { list: 'schema' },
    // A list of them is the tuple of older drafts.
    items: 'schema',
    not: 'schema',
    if: 'schema',
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
    then: 'schema',
    else: 'schema',
    contains: 'schema',
    contentSchema: 'schema',
    propertyNames: 'schema',
    additionalProperties: 'schema',
    unevaluatedItems: 'schema',
    unevaluatedProperties: 'schema',
    properties: { map: 'schema' },
    patternProperties: { map: 'schema' },
    dependentSchemas: { map: 'schema' },
    $defs: { map: 'schema' },
    definitions: { map: 'schema' },
    additionalItems: 'schema',
    default: 'data',
    const: 'data',
    enum: { list: 'data' },
    example: 'data',
    examples: { list: 'data' },
    xml: 'other',
    externalDocs: 'other',
  },
  securityScheme: { flows: 'other' },
  other: { '*': 'other' },
  data: {},
};

/** The other fields, which hold text, numbers and the like; undefined where an object may have any, or where others judge. */
export const PLAIN_FIELDS: Partial<Record<Kind, ReadonlySet<string>>> = {
  document: words('openapi jsonSchemaDialect security'),
  info: words('title summary description termsOfService version'),
  server: words('url description'),
  serverVariable: words('enum default description'),
  components: words(''),
  pathItem: words('$ref summary description'),
  operation: words('tags summary description operationId deprecated security'),
  parameter: words('name in description required deprecated allowEmptyValue style explode allowReserved'),
  requestBody: words('description required'),
  mediaType: words(''),
  encoding: words('contentType style explode allowReserved'),
  response: words('description'),
  example: words('summary description externalValue'),
  link: words('operationRef operationId description'),
  header: words('description required deprecated allowEmptyValue style explode allowReserved'),
  tag: words('name description'),
  securityScheme: words('type description name in scheme bearerFormat openIdConnectUrl'),
};

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
