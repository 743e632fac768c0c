// JSON from outside, of which nothing is known before it is looked at.

// biome-ignore lint/suspicious/noExplicitAny: every use asks for a property with `?.` and checks what it gets.
export type Json = any;
