// Which of the client's errors an answer becomes.

/** Which error stands for a status, as the client makes it (packages/client/src/errors/from-result.ts). */
export function errorOf(status: string): string {
  if (status === '401') return 'AuthenticationError';
  if (status === '403') return 'PermissionError';
  if (status === '429') return 'RateLimitedError';
  if (/^5/.test(status)) return 'ServerError';
  return status === '400' || status === '422' ? 'RequestValidationError' : 'ExploriumError';
}
