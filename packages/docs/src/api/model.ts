// What a package exports, as tools/read-api.mjs tells it.

export interface ApiEntry {
  /** `@agentsource/client/enroll`. */
  module: string;
  exports: ApiExport[];
}

export interface ApiMember {
  name: string;
  /** TypeScript. */
  declaration: string;
  /** Markdown: JSDoc's text. */
  doc: string;
  tags: ApiTag[];
}

export interface ApiExport extends ApiMember {
  /** `Function`, `Class`, `Interface` … */
  kind: string;
  members: ApiMember[];
}

export interface ApiTag {
  /** `@throws`. */
  tag: string;
  name: string;
  text: string;
}
