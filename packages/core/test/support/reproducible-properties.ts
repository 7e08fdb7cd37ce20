import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

/**
 * Properties draw the same cases in every run, so that a change is judged by what it changed. `FAST_CHECK_SEED=42 pnpm test`
 * draws others; try some seeds before calling a rule finished.
 */
const { testPath } = expect.getState()
if (testPath !== undefined && readFileSync(testPath, 'utf8').includes("'fast-check'")) {
  const { configureGlobal } = await import('fast-check')
  configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 1998) })
}
