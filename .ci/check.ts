import { spawnSync } from 'node:child_process'

/** Everything that can be said about the code without running it. */
const checks: readonly [what: string, program: string, args: string[]][] = [
  ['format and lint', 'biome', ['check', '.']],
  ['types', 'turbo', ['run', 'types', '--continue', '--output-logs=errors-only']],
  ['types of tools', 'tsc', ['--project', '.ci']],
  ['who imports whom', process.execPath, ['.ci/boundaries.ts']],
  ['unused code', 'knip', ['--no-progress', '--no-config-hints']],
  ['package files', 'sherif', []],
]

// All of them run, whatever the first ones say: one look shows everything there is to mend.
const failed = checks.filter(([what, program, args]) => {
  console.log(`\n== ${what}`)
  return (
    spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' } })
      .status !== 0
  )
})

if (failed.length === 0) console.log('\nAll checks pass.')
else {
  console.error(`\nFailed: ${failed.map(([what]) => what).join(', ')}.`)
  process.exit(1)
}
