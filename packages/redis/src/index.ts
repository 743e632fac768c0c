// Everything the package exports.
export type { RedisClient, RedisOptions, SendCommand } from './command.ts';
export { type RedisStoreOptions, redisStore } from './store.ts';
export { type RedisWindowOptions, redisWindow } from './window.ts';
