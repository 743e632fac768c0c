// The types of openapi-fetch that this package's own are made of; what it does is reached through openapi-fetch.ts alone.
export type {
  Client,
  ClientOptions,
  ClientPathsWithMethod,
  FetchOptions,
  HeadersOptions,
  Middleware,
  ParseAsResponse,
  QuerySerializerOptions,
} from 'openapi-fetch';
