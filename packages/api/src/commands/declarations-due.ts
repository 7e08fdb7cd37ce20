import { inOffice, type OfficeEntry } from '@samen/core/database'
import { defineCommand, UsageError } from '../command.ts'
import { declarationAnswers } from '../queries/declarations.ts'
import { asJson, contextOf, officesNamed, table, withDatabase } from './office.ts'

export const command = defineCommand({
  usage: `--office OFFICE [--all] [--json]

  What the office's companies file, by deadline: overdue, due, and coming this month.
  --all  also what is on record as filed, of two years`,
  options: { office: { type: 'string' }, all: { type: 'boolean' }, json: { type: 'boolean' } },
  async run({ values }) {
    const { office: slug, all = false, json } = values
    if (!slug)
      throw new UsageError('samen declarations due: say which office with --office, such as --office be.')
    return withDatabase(async (db) => {
      const [office] = (await officesNamed(db, slug)) as [OfficeEntry]
      const context = await contextOf(office, undefined)
      const items = await inOffice(db, office.officeId, (trx) =>
        declarationAnswers(trx, context, { open: !all }),
      )
      if (json) process.stdout.write(`${asJson({ items })}\n`)
      else if (items.length === 0) process.stdout.write('No declaration is due.\n')
      else
        process.stdout.write(
          table(
            ['due', 'state', 'period', 'filing', 'name', 'company', 'reference'],
            items.map((one) => [
              `${one.dueOn}${one.unverified === null ? '' : ' (unverified)'}`,
              one.state,
              one.period,
              one.filing,
              one.name,
              String(one.entityNo),
              one.filed.at(-1)?.reference ?? '',
            ]),
          ),
        )
      return undefined
    })
  },
})
