// Which document the types are of. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.

/** `info.version` of the document these types were generated from. */
export type DocumentVersion = "0.2.349";

/** SHA-256 of the built document (JSON) these types were generated from. */
export type DocumentSha256 = "190f3ae766ae9f2cfcac615e3fcd72ef62ad405c861a41fc0c2d3fce419dbdb0";
