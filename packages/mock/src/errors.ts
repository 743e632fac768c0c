// The two ways things go wrong: a mock that can't start (MockError), and error bodies in the API's own shape.

/** The mock could not start. The message says what is wrong, where, and what to do; print it as it is. */
export class MockError extends Error {
  override name = 'MockError';
}

/** The body of the API's 400, 401, 403, 500 and 503. */
export interface ErrorBody {
  details: string;
  correlation_id: string;
}

/** The same id for the same status each time, so that answers can be compared byte for byte. */
export function errorBody(status: number, details: string): ErrorBody {
  return { details, correlation_id: `00000000-0000-4000-8000-${String(status).padStart(12, '0')}` };
}
