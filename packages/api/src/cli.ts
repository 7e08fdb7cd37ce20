import { Problem } from '@samen/core/problem'
import { type ListedCommand, parseCommandLine, UsageError } from './command.ts'
import { commands } from './commands/index.ts'
import { Refusal } from './refusal.ts'

/** Runs one command and sets the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function main(args: string[]): Promise<void> {
  // `samen … | head` closes our output early: that is the reader's right, not an error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    process.exitCode = await dispatch(args)
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`)
    process.exitCode = error instanceof UsageError ? 2 : 1
  }
}

async function dispatch(args: string[]): Promise<number> {
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h' || args[0] === 'help') {
    process.stdout.write(overview())
    return 0
  }
  const listed = findCommand(args)
  const { command } = await listed.load()
  const rest = args.slice(listed.name.split(' ').length)
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(
      `samen ${listed.name} ${command.usage ?? ''}`.trimEnd().concat(`\n\n${listed.summary}\n`),
    )
    return 0
  }
  return (await command.run(parseCommandLine(listed.name, command, rest))) ?? 0
}

function findCommand(args: string[]): ListedCommand {
  const matches = commands.filter(({ name }) => name.split(' ').every((word, index) => args[index] === word))
  const found = matches.sort((a, b) => b.name.length - a.name.length)[0]
  if (found) return found
  const kin = commands
    .filter(({ name }) => name.startsWith(`${args[0]} `))
    .map(({ name }) => `"samen ${name}"`)
  if (kin.length > 0) throw new UsageError(`samen ${args[0]} needs one more word: ${kin.join(' or ')}.`)
  throw new UsageError(`samen has no command "${args[0]}": run "samen --help" to see what it has.`)
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  const lines = commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  return `samen COMMAND [OPTIONS]\n\n${lines.join('\n')}\n\nsamen COMMAND --help says what a command takes.\n`
}

function explain(error: unknown): string {
  if (error instanceof Problem) return error.field ? `${error.field}: ${error.detail}` : error.detail
  if (error instanceof Refusal) return error.message
  const { syscall, path, code } = error as NodeJS.ErrnoException
  if (syscall === 'open' && path) return `The file ${path} cannot be opened (${code}).`
  return `samen failed, and this should not happen: ${error instanceof Error ? error.stack : error}`
}
