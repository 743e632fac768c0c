// Imports the files of its arguments one after the other, and tells its parent how each ended.
for (const file of process.argv.slice(2)) {
  const error = await import(file).then(
    () => null,
    (reason) => String(reason?.stack ?? reason),
  );
  process.send({ file, error });
}
process.disconnect();
