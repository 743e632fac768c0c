export { default } from '@agentsource/tooling/vitest';
