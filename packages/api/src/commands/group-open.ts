import { openOffice } from '@samen/core/offices'
import { defineCommand, UsageError } from '../command.ts'
import { loadCountry } from '../countries.ts'
import { asJson, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--country XX --name NAME [--slug SLUG] [--languages xx,yy] [--as USER] [--json]

  Opens the group's own office, which consolidates and employs nobody. Its figures are in the currency of the country its seat
  is in. Who works with them is told by "samen office staff --office SLUG --role finance".
  --slug  short name in addresses and commands; group unless told`,
  options: {
    country: { type: 'string' },
    name: { type: 'string' },
    slug: { type: 'string' },
    languages: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values: { country, name, slug = 'group', languages, as = 'cli', json } }) {
    if (!country || !name) throw new UsageError('samen group open: --country and --name are needed.')
    const plugin = await loadCountry(country)
    return withDatabase(async (db) => {
      const opened = await openOffice(db, plugin, {
        slug: slug.toLowerCase(),
        name,
        role: 'group',
        legalEntities: [],
        ...(languages && { languages: languages.split(',') }),
        by: as,
      })
      process.stdout.write(json ? `${asJson(opened)}\n` : `${name} (${opened.slug}) is open.\n`)
      return undefined
    })
  },
})
