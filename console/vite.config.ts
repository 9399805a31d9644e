// How the console is built: static files under dist/console that the server hands out. Nothing inline and nothing
// from elsewhere, so that a strict Content-Security-Policy and a closed network both hold.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

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
    // Which files each page loads: what the test of their weight adds up.
    manifest: 'assets/pages.json',
  },
});
