// Puts our comments in the place of those that the tool wrote.
import ts from 'typescript';
import type { Doc } from './doc.ts';
import type { Docs } from './mark.ts';

/** JSDoc, from its first character to its last; the lines are safe within it. */
export function jsDoc(doc: Doc): string {
  return `/*${commentText(doc)}*/`;
}

/** A comment that has no mark goes: it says what the type says. */
export function replaceComments(nodes: readonly ts.Node[], docs: Docs): void {
  const visit = (node: ts.Node): void => {
    const comments = ts.getSyntheticLeadingComments(node);
    if (comments)
      ts.setSyntheticLeadingComments(
        node,
        comments.flatMap((comment) => replaced(comment, docs)),
      );
    ts.forEachChild(node, visit);
  };
  for (const node of nodes) visit(node);
}

function replaced(comment: ts.SynthesizedComment, docs: Docs): ts.SynthesizedComment[] {
  const [mark] = /agentsource-doc-\d+/.exec(comment.text) ?? [];
  const doc = mark === undefined ? undefined : docs.get(mark);
  return doc === undefined ? [] : [{ ...comment, text: commentText(doc) }];
}

function commentText(doc: Doc): string {
  const [only = '', ...more] = doc;
  if (more.length === 0) return `* ${only} `;
  return `*\n${doc.map((line) => ` * ${line}`.trimEnd()).join('\n')}\n `;
}
