import { expect, test } from 'vitest'
import { commands } from '../src/commands/index.ts'
import { Program } from './support/program.ts'

const samen = (...args: string[]) => new Program('samen', args, {}).ended

test('samen --help lists every command with one line', async () => {
  const { code, stdout, stderr } = await samen('--help')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  for (const { name, summary } of commands) {
    expect(stdout).toMatch(
      new RegExp(`^  ${name} +${summary.replaceAll(/[.*+?()[\]{}|\\^$]/g, '\\$&')}$`, 'm'),
    )
    expect(summary).not.toContain('\n')
  }
})

test.each(commands.map(({ name }) => name))('samen %s --help says what it takes', async (name) => {
  const { code, stdout } = await samen(...name.split(' '), '--help')
  expect(code).toBe(0)
  expect(stdout).toMatch(new RegExp(`^samen ${name}`))
})

test.each([
  [['nonsense'], 'samen has no command "nonsense": run "samen --help" to see what it has.\n'],
  [
    ['migrate', '--fast'],
    `samen migrate: Unknown option '--fast': run "samen migrate --help" to see what it takes.\n`,
  ],
  [
    ['migrate', 'now'],
    'samen migrate: "now" is one word too many: run "samen migrate --help" to see what it takes.\n',
  ],
])('samen %j is not understood, in one sentence', async (args, sentence) => {
  expect(await samen(...args)).toEqual({ code: 2, stdout: '', stderr: sentence })
})
