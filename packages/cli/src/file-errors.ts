// Why a file can't be read or written, in words.

const WORDS: Record<string, string> = {
  EACCES: 'permission denied',
  EISDIR: 'it is a directory',
  ENOENT: 'no such file or directory',
  ENOSPC: 'no space is left',
  ENOTDIR: 'a part of the path is no directory',
  EROFS: 'it is on a file system that is only read',
};

/** @param error of a function of node:fs. */
export function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return WORDS[code] ?? (code || message);
}
