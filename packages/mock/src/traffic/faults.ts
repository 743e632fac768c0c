// Ways in which an answer never arrives as it should: what a network and the machines on its way do to it.
export const FAULTS = ['reset', 'hang', 'cut', 'garbage'] as const;

/** What happens to an answer on its way. */
export type Fault = (typeof FAULTS)[number];
