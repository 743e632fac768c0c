import config from '@agentsource/tooling/vitest';

export default config;
