import { once } from 'node:events'
import type { AnyCountryPlugin } from '@samen/core/country'
import { defineCommand, UsageError } from '../command.ts'
import { loadCountry, UnknownCountryError } from '../countries.ts'
import { answerLines, type Question } from '../stateless/answers.ts'

/** Unexpected errors told on standard error; a stream of millions must not fill a disk with them. */
const TOLD_MAX = 10

/** A command that answers each line of standard input with a line on standard output. Exits 0 once all are answered. */
export const lineCommand = (questionOf: (plugin: AnyCountryPlugin) => Question) =>
  defineCommand({
    usage: '--country xx < questions.ndjson > answers.ndjson',
    options: { country: { type: 'string', short: 'c' } },
    async run({ values }) {
      const question = questionOf(await countryOption(values.country))
      let told = 0
      const tell = (error: unknown) => {
        if (++told <= TOLD_MAX) process.stderr.write(`${error instanceof Error ? error.stack : error}\n`)
      }
      for await (const bytes of answerLines(question, process.stdin, tell))
        if (!process.stdout.write(bytes)) await once(process.stdout, 'drain')
      return undefined
    },
  })

/** @throws {UsageError} when no country, or one that is not installed, was named. */
export async function countryOption(code: string | undefined): Promise<AnyCountryPlugin> {
  if (!code) throw new UsageError('Say which country: --country fr.')
  try {
    return await loadCountry(code)
  } catch (error) {
    if (error instanceof UnknownCountryError) throw new UsageError(error.message)
    throw error
  }
}
