import path from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: path.dirname(import.meta.dirname),
  test: {
    include: ['test/**/*.test.ts'],
    // These run in a VS Code, see test/vscode/run.mjs.
    exclude: ['test/vscode/**'],
    testTimeout: 30_000,
  },
});
