// The text of the client's `src/generated/operations.ts`: a function for every operation that has an `operationId`, and what it takes.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { ClientSettings } from '../client-settings.ts';
import { jsDoc } from '../docs/comments.ts';
import { type Doc, docOfCall } from '../docs/doc.ts';
import { prepare } from '../prepare/index.ts';
import { tsString } from '../text.ts';
import { exampleOf } from './example.ts';
import { functionDoc } from './function-doc.ts';
import { functionsOf, isRequired, type Location, type OperationFunction } from './functions.ts';

export function renderOperations(document: OpenApiDocument, { environmentVariable }: ClientSettings): string {
  const prepared = prepare(document);
  const preparedFunctions = functionsOf(prepared);
  const functions = functionsOf(document).map((operation, index) => {
    const example = exampleOf(prepared, preparedFunctions[index] ?? operation, environmentVariable);
    return renderFunction(operation, functionDoc(document, operation, example));
  });
  const text = functions.join('\n');
  const helpers = ['BodyOption', 'CallData'].filter((helper) => text.includes(`${helper}<api.`));
  const imported =
    helpers.length > 0 ? `import type { ${helpers.join(', ')} } from '../declared-types.ts';\n` : '';
  return `import type * as api from '@agentsource/types';
${imported}import { callOperation, type OperationClient, type OperationOptions } from '../operations/call-operation.ts';

${text}`;
}

function renderFunction(operation: OperationFunction, doc: Doc): string {
  const { name, place, options, answer, operationType } = operation;
  const data = answer.type ?? answer.name;
  const parameter = operation.isRequired ? `options: ${options}` : `options?: ${options}`;
  const dataType =
    answer.type === undefined
      ? `/** What {@link ${name}} gives. */\nexport type ${answer.name} = CallData<${operationType}, unknown>;\n\n`
      : '';
  return `${renderOptions(operation)}
${dataType}${jsDoc(doc)}
export function ${name}(client: OperationClient, ${parameter}): Promise<${data}> {
  return callOperation(client, ${tsString(place.method)}, ${tsString(place.path)}, options);
}
`;
}

function renderOptions(operation: OperationFunction): string {
  const { name, options, body, parameters, operationType } = operation;
  const members = [...parameters].map(([location, declared]) =>
    member({
      name: location,
      isRequired: isRequired(location, declared),
      type: `${operationType}['parameters'][${tsString(location)}]`,
      doc: [`The parameters in ${WORDS[location]}.`],
    }),
  );
  if (body?.type !== undefined) {
    const doc = docOfCall(body.value);
    members.push(
      member({
        name: 'body',
        isRequired: body.isRequired,
        type: body.type,
        doc: doc.length > 0 ? doc : ['The body, as JSON.'],
      }),
    );
  }
  const doc = `/** What {@link ${name}} takes. */\n`;
  const own = members.length > 0 ? `{\n${members.join('')}}` : '{}';
  if (!body || body.type !== undefined)
    return `${doc}export interface ${options} extends OperationOptions ${own}\n`;
  return `${doc}export type ${options} = OperationOptions & BodyOption<${operationType}> & ${own};\n`;
}

const WORDS: Record<Location, string> = {
  path: 'the path',
  query: 'the query',
  header: 'headers',
  cookie: 'cookies',
};

interface Member {
  name: string;
  isRequired: boolean;
  type: string;
  doc: Doc;
}

function member({ name, isRequired, type, doc }: Member): string {
  return `  ${jsDoc(doc)}\n  ${name}${isRequired ? '' : '?'}: ${type};\n`;
}
