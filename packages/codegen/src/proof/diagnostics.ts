// What the compiler says, and which of it is no objection.
import ts from 'typescript';

/** "Type … has no properties in common with type …". */
const NOTHING_IN_COMMON = 2559;

/** A type all of whose keys are optional refuses an object that has none of them; to JSON Schema that object is fine. */
export function isNothingInCommon({ code, messageText }: ts.Diagnostic): boolean {
  return code === NOTHING_IN_COMMON || codesOf(messageText).includes(NOTHING_IN_COMMON);
}

function codesOf(text: string | ts.DiagnosticMessageChain): number[] {
  return typeof text === 'string' ? [] : [text.code, ...(text.next ?? []).flatMap(codesOf)];
}

/** In one line, and not without end. */
export function message({ messageText }: ts.Diagnostic): string {
  const text = ts.flattenDiagnosticMessageText(messageText, ' ').replaceAll(/\s+/g, ' ');
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}
