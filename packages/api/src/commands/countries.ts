import { defineCommand } from '../command.ts'
import { loadCountries } from '../countries.ts'
import { aboutCountry } from '../stateless/countries.ts'

export const command = defineCommand({
  usage: '[--json]',
  options: { json: { type: 'boolean' } },
  async run({ values }) {
    const countries = [...(await loadCountries()).values()].map(aboutCountry)
    process.stdout.write(
      values.json ? `${JSON.stringify(countries, null, 2)}\n` : countries.map(inWords).join('\n'),
    )
    return undefined
  },
})

function inWords(country: ReturnType<typeof aboutCountry>): string {
  const { unverified } = country
  const doubts = unverified.map(({ parameter, from, reason }) => `    ${parameter} from ${from}: ${reason}\n`)
  return [
    `${country.country}  ${country.name}, plugin ${country.version}\n`,
    `  law known from ${country.lawFrom}, changes on ${country.lawChanges.slice(1).join(', ') || 'no later day'}\n`,
    doubts.length > 0 ? `  figures not yet verified:\n${doubts.join('')}` : '  every figure is verified\n',
  ].join('')
}
