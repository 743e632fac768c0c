// Where in a page a JSON Pointer leads, for messages: people look for lines.

import { keysOf } from '@agentsource/openapi/pointer';
import { isNode, parseDocument } from 'yaml';

/** The line, from 1, of the deepest place on the way that exists in the text. */
export function lineOf(text: string, pointer: string): number {
  const document = parseDocument(text);
  for (let keys = keysOf(pointer); keys.length > 0; keys = keys.slice(0, -1)) {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return text.slice(0, node.range[0]).split('\n').length;
  }
  return 1;
}
