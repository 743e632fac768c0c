// The licences of what is in the bundle, in one text. A package that may not be passed on, or whose licence is nowhere to be read, ends
// the build.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Those that ask for no more than their text to be passed on. */
const ALLOWED = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '0BSD']);

/** @param {string[]} files of the bundle, as esbuild names them. */
export function licencesOf(files) {
  const directories = new Set(files.filter((file) => file.includes('node_modules/')).map(packageOf));
  const packages = [...directories].map(read).sort((a, b) => (a.title < b.title ? -1 : 1));
  const list = packages.map(({ title, licence }) => `${title} (${licence})`);
  const head = `dist/mock.js holds code of these packages, each under its own licence, which follow:\n\n${list.join('\n')}\n`;
  return [
    head,
    ...packages.map(({ title, licence, text }) => `${title} (${licence})\n\n${text.trim()}\n`),
  ].join(`\n${'-'.repeat(80)}\n\n`);
}

/** The nearest directory with a name and a version: others only say how their files are to be read. */
function packageOf(file) {
  for (let directory = dirname(file); directory.includes('node_modules/'); directory = dirname(directory)) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version) return directory;
  }
  throw new Error(`${file}: no package.json says which package it is of`);
}

function read(directory) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(directory, 'package.json'), 'utf8'),
  );
  const title = `${name} ${version}`;
  const licence = typeof license === 'string' ? license.replace(/^\(|\)$/g, '') : license?.type;
  if (
    !String(licence)
      .split(' OR ')
      .some((one) => ALLOWED.has(one))
  ) {
    throw new Error(
      `${title} is under ${licence}, which is not among those that may go into the bundle (third-parties.mjs)`,
    );
  }
  const file = readdirSync(directory).find((one) => /^licen[cs]e(?:[.-]|$)/i.test(one));
  if (file) return { title, licence, text: readFileSync(join(directory, file), 'utf8') };
  const text = spoken(directory, licence, author);
  if (text === undefined) throw new Error(`${title} has no text of its licence`);
  return { title, licence, text };
}

/** Some packages have theirs in the README only, or name no more than its identifier and their author. */
function spoken(directory, licence, author) {
  const readme = readdirSync(directory).find((one) => /^readme(?:\.|$)/i.test(one));
  const said =
    readme && /^(?:#+\s*)?licen[cs]e\b[\s\S]*/im.exec(readFileSync(join(directory, readme), 'utf8'))?.[0];
  if (said && /copyright|permission/i.test(said)) return said;
  const name = typeof author === 'string' ? author : author?.name;
  return name === undefined
    ? undefined
    : `By ${name}, under the licence ${licence}: https://spdx.org/licenses/${licence}.html`;
}
