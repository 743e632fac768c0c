// Which document the types are of. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.

/** `info.version` of the document these types were generated from. */
export type DocumentVersion = "0.2.349";

/** SHA-256 of the built document (JSON) these types were generated from. */
export type DocumentSha256 = "75724c7b9d8e388951acc6c8ba454ba2b794c4e1744e1b9e9f6847458beb2fea";
