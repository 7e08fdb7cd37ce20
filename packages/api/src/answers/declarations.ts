import { FILING_SUBJECTS } from '@samen/core/country'
import { z } from 'zod'
import { day, id } from './common.ts'

export const filedDeclaration = z
  .object({
    declarationId: id,
    filedOn: day,
    reference: z.string().meta({ description: 'The authority’s number of the filing' }),
    fileName: z.string().nullable(),
    fileSha256: z.string().nullable(),
    corrects: id.nullable().meta({ description: 'The filing of the same period that this one corrects' }),
    recordedBy: z.string(),
  })
  .meta({ id: 'FiledDeclaration' })

export const declaration = z
  .object({
    filing: z.string().meta({ description: 'The filing’s code in the country’s plugin' }),
    name: z.string(),
    authority: z.string(),
    subjects: z.array(z.enum(FILING_SUBJECTS)),
    made: z.enum(['figures', 'by-hand']),
    form: z
      .enum(['return', 'sales-list'])
      .nullable()
      .meta({ description: 'A VAT form, filed with its figures' }),
    entityNo: z.number().int(),
    company: z.string(),
    period: z.string().meta({ description: '`2026-10`, `2026-Q4` or `2026`' }),
    from: day,
    to: day,
    dueOn: day,
    source: z.string().meta({ description: 'Where the deadline was read' }),
    unverified: z.string().nullable().meta({ description: 'Why the deadline is not verified' }),
    state: z.enum(['overdue', 'due', 'coming', 'filed']),
    filed: z.array(filedDeclaration).meta({ description: 'The first filing, then what corrected it' }),
  })
  .meta({ id: 'Declaration' })
