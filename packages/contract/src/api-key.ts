// The key that every request is sent with.
/** No secret, and no service knows it: the suite only ever talks to a mock on this machine. */
export const API_KEY = 'contract-suite-key';
