// The one gate that a stranger's document comes through: behind it nothing leads out of the document, nothing opens a file or a
// socket because of it, and nothing in it is larger than honest documents are.
import type { OpenApiDocument, Report } from '../document.ts';
import { refuseUnreadableNames } from './names.ts';
import { refuseCircles, refuseForeignReferences } from './references.ts';
import { refuseTooLarge } from './size.ts';
import { strip } from './strip.ts';

/**
 * Changes the document in place: drops what nothing reads, and reports it.
 *
 * @param name what to call the document in a message.
 * @throws {UnreadableError} one line that says what is refused and where.
 */
export function gate(document: OpenApiDocument, name: string, report: Report): void {
  strip(document, report);
  refuseUnreadableNames(document, name);
  refuseForeignReferences(document, name);
  refuseCircles(document, name);
  refuseTooLarge(document, name);
}
