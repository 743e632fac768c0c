// What the client takes from the document at run time. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
/** SHA-256 of the built document (JSON) that this package was made from. */
export const DOCUMENT_SHA256 = "75724c7b9d8e388951acc6c8ba454ba2b794c4e1744e1b9e9f6847458beb2fea";

/** The document's first server. */
export const DEFAULT_BASE_URL = "https://api.explorium.ai";

/** The header that carries the API key. */
export const API_KEY_HEADER = "api_key";
