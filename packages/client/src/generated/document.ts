// What the client takes from the document at run time. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
/** SHA-256 of the built document (JSON) that this package was made from. */
export const DOCUMENT_SHA256 = "a9e3e36f3c4f8efe92625c8aea3e088d2498966f99954d6dedab98315c6651e9";

/** The document's first server. */
export const DEFAULT_BASE_URL = "https://api.explorium.ai";

/** The header that carries the API key. */
export const API_KEY_HEADER = "api_key";

/** The environment variable that holds the API key. */
export const API_KEY_VARIABLE = "EXPLORIUM_API_KEY";
