// Cases about the parameters: each variation of each one, and each one left out.
import type { Json } from '@agentsource/openapi/json';
import type { Parameter } from '../../operation/parameters.ts';
import type { Basis } from '../basis.ts';
import type { OperationCase, Request } from '../case.ts';
import { answered, INVALID, refused } from '../expectation.ts';

export function parameterCases(basis: Basis): OperationCase[] {
  return basis.parameters.flatMap(({ parameter, constraints }) => [
    ...constraints.variants.map((variant): OperationCase => {
      const location = [parameter.in, parameter.name.toLowerCase()];
      return {
        kind: variant.side,
        name: `${parameter.in} ${parameter.name} ${variant.keyword}: ${variant.what}`,
        request: withParameter(basis.valid, parameter, variant.value),
        expect:
          variant.side === 'accepted' ? answered(basis.operation, basis.success) : refused(INVALID, location),
      };
    }),
    ...leftOutCases(basis, parameter),
  ]);
}

function leftOutCases({ operation, valid, success }: Basis, parameter: Parameter): OperationCase[] {
  // Without a path parameter it is another path.
  if (parameter.in === 'path') return [];
  const name = `without ${parameter.in} ${parameter.name}`;
  const request = withParameter(valid, parameter, undefined);
  return parameter.required
    ? [{ kind: 'refused', name, request, expect: refused(INVALID, [parameter.in]) }]
    : [{ kind: 'accepted', name, request, expect: answered(operation, success) }];
}

function withParameter(request: Request, parameter: Parameter, value: Json | undefined): Request {
  const { [parameter.name]: _, ...rest } = request.parameters[parameter.in];
  const changed = value === undefined ? rest : { ...rest, [parameter.name]: value };
  return { ...request, parameters: { ...request.parameters, [parameter.in]: changed } };
}
