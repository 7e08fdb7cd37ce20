import { inOffice, officeDirectory } from '@samen/core/database'
import { legalEntities } from '@samen/core/legal-entities'
import { openOffice } from '@samen/core/offices'
import { defineCommand, UsageError } from '../command.ts'
import { loadCountry } from '../countries.ts'
import type { Connection } from '../database.ts'
import { Refusal } from '../refusal.ts'
import { asJson, contextOf, withDatabase } from './office.ts'

const NEEDED = ['country', 'slug', 'name', 'company', 'vat', 'iban', 'street', 'post-code', 'town'] as const
const OPTIONAL = ['company-name', 'bic', 'employer-number', 'time-zone', 'languages', 'as'] as const

export const command = defineCommand({
  usage: `--country XX --slug SLUG --name NAME --company NUMBER --vat NUMBER --iban IBAN
    --street STREET --post-code CODE --town TOWN [--company-name NAME] [--bic BIC] [--employer-number NUMBER]
    [--time-zone ZONE] [--languages xx,yy] [--as USER] [--json]

  Opens a national office: its first company, its accounts under the country's chart, and its funds with the ordinary
  allocation of the levy. Opening it again with the same company changes nothing.
  --slug          short name in addresses and commands: a letter, then lower-case letters, digits and hyphens
  --company       national number of the company that signs, invoices and employs
  --company-name  the company's name, where it is not the office's
  --time-zone     where the company is, such as Europe/Lisbon; Europe/Brussels unless told
  --languages     those of the office; the country's unless told`,
  options: {
    country: { type: 'string' },
    slug: { type: 'string' },
    name: { type: 'string' },
    company: { type: 'string' },
    'company-name': { type: 'string' },
    vat: { type: 'string' },
    iban: { type: 'string' },
    bic: { type: 'string' },
    'employer-number': { type: 'string' },
    street: { type: 'string' },
    'post-code': { type: 'string' },
    town: { type: 'string' },
    'time-zone': { type: 'string' },
    languages: { type: 'string' },
    as: { type: 'string' },
    json: { type: 'boolean' },
  },
  async run({ values: { json, ...values } }) {
    const missing = NEEDED.find((name) => !values[name])
    if (missing)
      throw new UsageError(
        `samen office open: --${missing} is missing; all of these are needed: ${NEEDED.join(', ')}.`,
      )
    const asked = values as Asked
    const plugin = await loadCountry(asked.country)
    return withDatabase(async (db) => {
      const standing = await standingOffice(db, asked)
      const office =
        standing ??
        (await openOffice(db, plugin, {
          slug: asked.slug,
          name: asked.name,
          ...(asked.languages && { languages: asked.languages.split(',').map((one) => one.trim()) }),
          by: asked.as ?? 'cli',
          legalEntities: [
            {
              name: asked['company-name'] ?? asked.name,
              companyNumber: asked.company,
              vatNumber: asked.vat,
              iban: asked.iban,
              bic: asked.bic ?? null,
              employerNumber: asked['employer-number'] ?? null,
              street: asked.street,
              postCode: asked['post-code'],
              town: asked.town,
              country: plugin.country,
              ...(asked['time-zone'] && { timeZone: asked['time-zone'] }),
            },
          ],
        }))
      const { officeId, slug } = office
      const state = standing ? 'was open before: nothing was changed' : 'is open'
      process.stdout.write(
        json
          ? `${asJson({ officeId, slug, opened: !standing })}\n`
          : `${asked.name} (${slug}) ${state}.\n  next: samen office staff --office ${slug} --email … --name … --role staff\n`,
      )
      return undefined
    })
  },
})

type Asked = Readonly<Record<(typeof NEEDED)[number], string>> &
  Readonly<Partial<Record<(typeof OPTIONAL)[number], string>>>

/** The office of this slug, where it is the one that is asked for. @throws {Refusal} where it is another. */
async function standingOffice(db: Connection['db'], asked: Asked) {
  const office = (await officeDirectory(db)).find(({ slug }) => slug === asked.slug)
  if (!office) return undefined
  const { plugin } = await contextOf(office)
  const companies = await inOffice(db, office.officeId, (trx) => legalEntities(trx, office.officeId))
  const readings = plugin.identifiers
    .filter(({ kind }) => kind === 'company')
    .flatMap((identifier) => {
      const verdict = identifier.check(asked.company)
      return verdict.valid ? [verdict.normalised] : []
    })
  const isSame =
    office.country === asked.country.toUpperCase() &&
    companies.some(({ companyNumber }) => [asked.company, ...readings].includes(companyNumber))
  if (isSame) return office
  throw new Refusal(
    `There is an office "${asked.slug}" already, of another company or country (${office.name}, ${office.country}): choose another --slug.`,
  )
}
