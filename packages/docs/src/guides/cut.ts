// A README by its sections: each begins with a heading of the second level.

export interface Section {
  /** Empty for what is before the first one. */
  heading: string;
  /** With the heading. */
  text: string;
}

export function sectionsOf(markdown: string): Section[] {
  const sections: Section[] = [{ heading: '', text: '' }];
  let fence = '';
  for (const line of markdown.split('\n')) {
    const [ticks = ''] = /^`{3,}/.exec(line) ?? [];
    if (fence === '') fence = ticks;
    else if (line.trim() === fence) fence = '';
    const heading = fence === '' && ticks === '' ? /^## (.+)$/.exec(line)?.[1] : undefined;
    if (heading !== undefined) sections.push({ heading: heading.trim(), text: '' });
    (sections.at(-1) as Section).text += `${line}\n`;
  }
  return sections;
}

/**
 * The sections with these headings in this order, without the title of the whole; all of them where none are named.
 *
 * @throws {Error} where a heading is not there.
 */
export function cut(markdown: string, headings?: readonly string[]): string {
  const sections = sectionsOf(markdown);
  const wanted = headings ?? sections.map(({ heading }) => heading);
  const texts = wanted.map((wantedHeading) => {
    const section = sections.find(({ heading }) => heading === wantedHeading);
    if (!section) throw new Error(`no section "${wantedHeading}"`);
    return section.text;
  });
  return texts
    .join('\n')
    .replace(/^# .*\n/m, (title, at: number) => (wanted[0] === '' && at === 0 ? '' : title));
}
