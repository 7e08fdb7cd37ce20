import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** Where `vite dev` finds the server; the built app is served by the server itself. */
const server = process.env.SAMEN_SERVER ?? 'http://127.0.0.1:4040'

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  server: { proxy: { '/v1': { target: server, changeOrigin: false } } },
})
