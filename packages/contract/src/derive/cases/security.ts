// The case without a key: refused, or accepted where the operation is open to everyone.
import type { Basis } from '../basis.ts';
import type { OperationCase, Request } from '../case.ts';
import { answered, refused, UNAUTHORISED } from '../expectation.ts';

export function securityCases({ operation, valid, success }: Basis): OperationCase[] {
  const request: Request = { ...valid, key: 'left out' };
  return operation.keyHeader === undefined
    ? [{ kind: 'no key', name: 'open to everyone', request, expect: answered(operation, success) }]
    : [{ kind: 'no key', name: 'refused', request, expect: refused(UNAUTHORISED) }];
}
