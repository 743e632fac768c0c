// Which document the types are of. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.

/** `info.version` of the document these types were generated from. */
export type DocumentVersion = "0.2.349";

/** SHA-256 of the built document (JSON) these types were generated from. */
export type DocumentSha256 = "3e04a338dc1c13b06bbf5cbf3392421f17a2f9bb95fd68470504aad61952275d";
