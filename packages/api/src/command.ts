import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { Refusal } from './refusal.ts'

type Values<O extends ParseArgsOptionsConfig> = ReturnType<
  typeof parseArgs<{ options: O; allowPositionals: true }>
>['values']

export interface Command<O extends ParseArgsOptionsConfig = ParseArgsOptionsConfig> {
  /** What follows the command's name: `--country xx [FILE]`. */
  usage?: string
  /** As `node:util` parses them. Unknown ones are refused. */
  options: O
  /** How many words without a dash it takes; none unless told. */
  words?: { min: number; max: number }
  /** Answers the exit code; 0 unless told. Throws a `Refusal` or a `Problem` for what the user can mend. */
  run(input: { values: Values<O>; words: string[] }): Promise<number | undefined>
}

/** Where a command is listed: its own file is read only when it runs, so that the others start quickly. */
export interface ListedCommand {
  /** One word or several: `payslip`, `import contracts`. */
  name: string
  /** One line for `samen --help`. */
  summary: string
  load(): Promise<{ command: Command }>
}

/** Gives a command's `run` the types of its own options. */
export function defineCommand<const O extends ParseArgsOptionsConfig>(command: Command<O>): Command {
  return command as unknown as Command
}

/** The command line was not understood: exit code 2. */
export class UsageError extends Refusal {
  override name = 'UsageError'
}

/** @throws {UsageError} naming the word or option at fault. */
export function parseCommandLine(name: string, command: Command, args: string[]) {
  const { min, max } = command.words ?? { min: 0, max: 0 }
  const help = `run "samen ${name} --help" to see what it takes.`
  try {
    const { values, positionals } = parseArgs({ args, options: command.options, allowPositionals: true })
    if (positionals.length > max)
      throw new UsageError(`samen ${name}: "${positionals[max]}" is one word too many: ${help}`)
    if (positionals.length < min) throw new UsageError(`samen ${name}: a word is missing: ${help}`)
    return { values, words: positionals }
  } catch (error) {
    if (error instanceof UsageError || !(error instanceof Error)) throw error
    const reason = error.message.split(/\. |\n/)[0]
    throw new UsageError(`samen ${name}: ${reason}: ${help}`)
  }
}
