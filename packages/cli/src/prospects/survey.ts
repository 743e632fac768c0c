// Looks through a file before anything is sent: how many prospects it has, and which rows can't be enrolled.
import type { ProspectFile } from './prospect-file.ts';

export interface InvalidRow {
  line: number;
  reason: string;
}

export interface Survey {
  /** Ids, each counted once. */
  prospects: number;
  /** Rows whose id an earlier row has. */
  duplicates: number;
  invalid: InvalidRow[];
}

/** @param onInvalid is told of each as it is found. */
export async function survey(file: ProspectFile, onInvalid: (row: InvalidRow) => void): Promise<Survey> {
  const seen = new Set<string>();
  const invalid: InvalidRow[] = [];
  let duplicates = 0;
  for await (const { line, id, problem: reason } of file.rows()) {
    if (id === undefined) {
      invalid.push({ line, reason });
      onInvalid({ line, reason });
    } else if (seen.has(id)) duplicates++;
    else seen.add(id);
  }
  return { prospects: seen.size, duplicates, invalid };
}
