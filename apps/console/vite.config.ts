import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where `npm run dev:console` finds the API. */
const api = process.env['SHANYRAQ_API'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  root: folder('.'),
  plugins: [react()],
  build: {
    outDir: folder('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    // In the page itself nothing may stand that the policy does not know.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 700,
    reportCompressedSize: false,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(['/api', '/dev', '/docs', '/health', '/log', '/metrics'].map((path) => [path, api])),
  },
});
