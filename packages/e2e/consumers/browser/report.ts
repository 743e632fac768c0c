// Runs a program in the page and sends home what it printed, or how it failed.
export async function report(program: () => Promise<unknown>): Promise<void> {
  const printed: string[] = [];
  console.log = (...values: unknown[]) => printed.push(values.join(' '));
  try {
    await program();
  } catch (error) {
    printed.push(error instanceof Error ? `${error.stack}` : String(error));
  }
  await fetch('/printed', { method: 'POST', body: printed.join('\n') });
}
