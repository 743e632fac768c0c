// Which files a bump changes. Nothing else is taken over from the machine that has handled the vendor's document: no test, no
// configuration, no package.json, no overlay's neighbour, nothing whose name begins with a dot.

const NAME = String.raw`[\w-][\w.-]*`;
const CHANGEABLE = [
  String.raw`spec/openapi\.(?:yaml|json)`,
  String.raw`spec/source\.json`,
  String.raw`spec/pages/${NAME}\.md`,
  String.raw`spec/overlays/${NAME}\.yaml`,
  String.raw`packages/[\w-]+/src/generated/(?:[\w-]+/)*${NAME}\.ts`,
  String.raw`\.changeset/openapi-[\w.-]+\.md`,
].map((pattern) => new RegExp(`^${pattern}$`));
const LONGEST = 200;

export function isChangeable(path: string): boolean {
  return path.length <= LONGEST && CHANGEABLE.some((pattern) => pattern.test(path));
}
