// What the client takes from the document at run time. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
export const DOCUMENT_VERSION = "0.2.349";
export const DOCUMENT_SHA256 = "190f3ae766ae9f2cfcac615e3fcd72ef62ad405c861a41fc0c2d3fce419dbdb0";
export const DEFAULT_BASE_URL = "https://api.explorium.ai";
export const API_KEY_HEADER = "api_key";
