// How the console is built: static files under dist/console that the server hands out. Nothing inline and nothing
// from elsewhere, so that a strict Content-Security-Policy and a closed network both hold.
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (file: string): string => join(import.meta.dirname, file);

/**
 * Few files for each page: what asks (and the way into a change, which many pages show and whose form only the settings have), what stands
 * around all pages, and what pages share, small parts of it together.
 */
const groups = [
  {
    name: 'asking',
    test: /console\/(?:api|asks|attendance|pages|settings\/(?:queries|acting|change-way))\.tsx?$|preload-helper/,
    priority: 2,
  },
  {
    name: 'around',
    test: /^(?!.*console\/(?:index\.html|main\.tsx|early\.ts|first-of\.ts))/,
    tags: ['$initial' as const],
    priority: 1,
  },
  { name: 'shared', minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 2_000 },
];

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Which files each page loads: what the test of their weight adds up, and where the server finds the early script.
    manifest: 'assets/pages.json',
    rolldownOptions: {
      input: { index: here('index.html'), early: here('early.ts') },
      output: {
        codeSplitting: { groups },
        // What several pages share would be named by all of them.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
      },
    },
  },
});
