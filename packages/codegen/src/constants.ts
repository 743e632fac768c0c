// Renders what the client takes from the document at run time as exported constants.

/** One constant: its name, its JSDoc in one line, and its value. */
export interface Constant {
  name: string;
  doc: string;
  value: unknown;
}

export function renderConstants(constants: readonly Constant[]): string {
  return constants
    .map(({ name, doc, value }) => {
      const text = JSON.stringify(value) + (Array.isArray(value) ? ' as const' : '');
      return `/** ${doc} */\nexport const ${name} = ${text};\n`;
    })
    .join('\n');
}
