// Reports what the program prints in a browser.
import { report } from './report.ts';

// @ts-expect-error it has no types
await report(() => import('./program.mjs'));
