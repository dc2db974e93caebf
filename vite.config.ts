/** The window's page: renderer/ becomes dist/renderer, served by the program itself at app://bundle/. */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// Whoever starts the build, such as a test with NODE_ENV=test: libraries replace parts of the browser for tests.
process.env.NODE_ENV = 'production'

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome130',
    // The page's content security policy forbids inline scripts and data: URLs for code.
    modulePreload: false,
    assetsInlineLimit: 0,
    // Read from the local disk, so one large file costs nothing.
    chunkSizeWarningLimit: 4_000,
  },
})
