// A row of the generated table: an operation of the document as a command.

export interface OperationOption {
  /** Without the hyphens before it. */
  flag: string;
  in: 'path' | 'query' | 'header' | 'cookie' | 'body';
  /** The document's name for it. */
  name: string;
  required: boolean;
  /** What the document says of it. */
  help: string;
  /** The JSON types that its value may have, and `file`; none where anything goes. */
  types: readonly string[];
  /** The same of the items of an array. */
  items: readonly string[];
  /** The values that are listed for it, or for its items. */
  values: readonly string[];
}

export interface Operation {
  /** The command. */
  name: string;
  method: string;
  path: string;
  summary: string;
  /** Paragraphs. */
  description: readonly string[];
  options: readonly OperationOption[];
  /** `fields`: of options, or of a JSON object; `json`: of JSON alone. */
  body: { kind: 'fields' | 'json' | 'text' | 'bytes'; mediaType: string; required: boolean } | null;
}
