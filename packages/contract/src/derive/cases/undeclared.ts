// Cases about what the document does not declare: common statuses and methods must not be there.
import type { Operation } from '../../operation/operation.ts';
import { responseFor } from '../../operation/responses.ts';
import type { Basis } from '../basis.ts';
import type { OperationCase } from '../case.ts';

const COMMON_STATUSES = [201, 202, 204, 400, 401, 403, 404, 409, 422, 429, 500, 503];
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

export function undeclaredCases(basis: Basis, operations: readonly Operation[]): OperationCase[] {
  return [...statusCases(basis), ...methodCases(basis, operations)];
}

function statusCases({ operation, valid }: Basis): OperationCase[] {
  const isDeclared = (status: number) => responseFor(operation.responses, status) !== undefined;
  return COMMON_STATUSES.filter((status) => !isDeclared(status)).map((status) => ({
    kind: 'undeclared',
    name: `status ${status}`,
    request: { ...valid, prefer: `code=${status}` },
    expect: { outcome: 'undeclared', status: 404 },
  }));
}

/** Once for each path, and not where another path's template matches the same URL. */
function methodCases({ operation, valid }: Basis, operations: readonly Operation[]): OperationCase[] {
  if (operation !== operations.find(({ path }) => path === operation.path)) return [];
  const isDeclared = (method: string) =>
    operations.some((other) => other.method === method && mayMatch(other.path, operation.path));
  return METHODS.filter((method) => !isDeclared(method)).map((method) => ({
    kind: 'undeclared',
    name: `method ${method}`,
    request: { ...valid, method, body: method === 'get' ? undefined : valid.body },
    expect: { outcome: 'undeclared', status: 405 },
  }));
}

/** Whether one of the two templates could match the other's URL. */
function mayMatch(one: string, other: string): boolean {
  const left = one.split('/');
  const right = other.split('/');
  return (
    left.length === right.length &&
    left.every((part, index) => part === right[index] || part.includes('{') || right[index]?.includes('{'))
  );
}
