// Middleware that keeps to the deadline of its call.
import type { Middleware } from './openapi-fetch-types.ts';
import type { TimeBudget } from './timing.ts';

type Hook = (params: never) => unknown;

/** The same middleware, each of whose functions ends with the budget if it does not end before. */
export function withinBudget(middleware: Middleware, budget: TimeBudget): Middleware {
  const within = (name: keyof Middleware, time: TimeBudget) => {
    const hook = middleware?.[name] as Hook | undefined;
    return hook && { [name]: (params: never) => time.run(() => hook.call(middleware, params)) };
  };
  return {
    ...within('onRequest', budget),
    ...within('onResponse', budget),
    // It is told of an abort too.
    ...within('onError', budget.under()),
  } as Middleware;
}
