// Which document the types are of. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.

/** `info.version` of the document these types were generated from. */
export type DocumentVersion = "0.2.349";

/** SHA-256 of the built document (JSON) these types were generated from. */
export type DocumentSha256 = "a9e3e36f3c4f8efe92625c8aea3e088d2498966f99954d6dedab98315c6651e9";
