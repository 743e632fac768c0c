// Cases about the credentials: none, each alternative, and each alternative but for one of its credentials.
import { type Credential, usualCredentials } from '../../operation/security.ts';
import type { Basis } from '../basis.ts';
import type { OperationCase } from '../case.ts';
import { answered, refused, UNAUTHORISED } from '../expectation.ts';

export function securityCases(basis: Basis): OperationCase[] {
  const { operation, valid, success } = basis;
  const request = { ...valid, credentials: [] };
  const { isOpen, isKnown } = operation.security;
  const open: OperationCase = {
    kind: 'no key',
    name: 'open to everyone',
    request,
    expect: answered(operation, success),
  };
  const closed: OperationCase = { kind: 'no key', name: 'refused', request, expect: refused(UNAUTHORISED) };
  return [
    ...(isOpen ? [open] : isKnown ? [closed] : []),
    ...alternativeCases(basis),
    ...(isOpen || !isKnown ? [] : partialCases(basis)),
  ];
}

/** Every other case has shown the usual one. */
function alternativeCases({ operation, valid, success }: Basis): OperationCase[] {
  const usual = usualCredentials(operation.security);
  return operation.security.alternatives
    .filter((credentials) => credentials !== usual)
    .map((credentials) => ({
      kind: 'key',
      name: named(credentials),
      request: { ...valid, credentials },
      expect: answered(operation, success),
    }));
}

/** A part of one alternative may be another. */
function partialCases({ operation, valid }: Basis): OperationCase[] {
  const { alternatives } = operation.security;
  const suffices = (credentials: Credential[]) =>
    alternatives.some((needed) =>
      needed.every(({ scheme }) => credentials.some((one) => one.scheme === scheme)),
    );
  return alternatives
    .filter(({ length }) => length > 1)
    .flatMap((credentials) => credentials.map((left) => credentials.filter((one) => one !== left)))
    .filter((credentials) => !suffices(credentials))
    .map((credentials) => ({
      kind: 'key',
      name: `${named(credentials)} alone`,
      request: { ...valid, credentials },
      expect: refused(UNAUTHORISED),
    }));
}

function named(credentials: Credential[]): string {
  return credentials.map(({ scheme }) => scheme).join(' and ');
}
