// A client that is no client: replies by the name of the script, and keeps what it was sent.
import { GIVE_BACK, RESERVE } from '../src/rule.ts';

export interface Sent {
  script: 'reserve' | 'give back' | 'other';
  key: string;
  args: string[];
}

/** `reply` gives or rejects with what Redis would; a promise that never settles is a client that queues. */
export function scriptedRedis(reply: (sent: Sent) => unknown) {
  const sent: Sent[] = [];
  const send = async ([command, script, keys, key = '', ...args]: string[]): Promise<unknown> => {
    if (command !== 'EVAL' || keys !== '1') throw new Error(`unexpected ${command}`);
    const names = new Map<string | undefined, Sent['script']>([
      [RESERVE, 'reserve'],
      [GIVE_BACK, 'give back'],
    ]);
    const one: Sent = { script: names.get(script) ?? 'other', key, args };
    sent.push(one);
    return await reply(one);
  };
  return { send, sent };
}

export const never = () => new Promise<never>(() => {});
export const down = () => Promise.reject(new Error('connect ECONNREFUSED'));

/** A promise that the test settles. */
export function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((...settle) => {
    [resolve, reject] = settle;
  });
  return { promise, resolve, reject };
}
