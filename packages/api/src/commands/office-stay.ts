import { keepOffice } from '@samen/core/offices'
import { defineCommand, UsageError } from '../command.ts'
import { officeOfAnyRole, tell, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `OFFICE --reason TEXT [--json]

  Takes back that an office has moved away ("samen office export --move"): it works on here. Only when it works nowhere else:
  an office in two places pays wages twice. Who said it, when and why stays on record.`,
  words: { min: 1, max: 1 },
  options: { reason: { type: 'string' }, json: { type: 'boolean' } },
  async run({ values: { reason, json }, words: [slug = ''] }) {
    if (!reason) throw new UsageError('samen office stay: say why with --reason TEXT.')
    return withDatabase(async (db) => {
      const office = await officeOfAnyRole(db, slug)
      await keepOffice(db, office.officeId, { by: 'cli', reason, now: new Date() })
      tell(json, { office: office.slug, works: true }, `${office.name} works here again.`)
      return undefined
    })
  },
})
