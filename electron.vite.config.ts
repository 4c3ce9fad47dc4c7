import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** One build, four bundles: main process and job worker, preload, page. */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: { main: 'electron/main.ts', worker: 'electron/jobs/worker.ts' },
        // Flat: `worker.js`, `package.json` and the page are found from any chunk as from the entry.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rollupOptions: {
        input: { preload: 'electron/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    // Read by the browser at each start: electron-vite leaves it as it was written unless asked.
    build: { outDir: 'out/renderer', minify: true, rollupOptions: { input: 'renderer/index.html' } },
  },
})
