// What the client takes from the document at run time. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
/** SHA-256 of the built document (JSON) that this package was made from. */
export const DOCUMENT_SHA256 = "3e04a338dc1c13b06bbf5cbf3392421f17a2f9bb95fd68470504aad61952275d";

/** The document's first server. */
export const DEFAULT_BASE_URL = "https://api.explorium.ai";

/** The header that carries the API key. */
export const API_KEY_HEADER = "api_key";
