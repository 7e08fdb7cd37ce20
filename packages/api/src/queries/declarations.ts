import type { OfficeContext } from '@samen/core/context'
import type { Transaction } from '@samen/core/database'
import { declarationCalendar, type FiledDeclaration } from '@samen/core/declarations'
import { legalEntities } from '@samen/core/legal-entities'
import { periodName } from '@samen/core/vat-returns'
import type { z } from 'zod'
import type * as answers from '../answers/declarations.ts'
import { namesOf } from './names.ts'

export type DeclarationAnswer = z.infer<typeof answers.declaration>

/** What the office files, by deadline: all of it, or what is not on record as filed. */
export async function declarationAnswers(
  trx: Transaction,
  context: OfficeContext,
  { open }: { readonly open: boolean },
): Promise<DeclarationAnswer[]> {
  const companies = new Map(
    (await legalEntities(trx, context.officeId)).map((one) => [one.legalEntityId, one] as const),
  )
  const all = await declarationCalendar(trx, context)
  const names = await namesOf(
    trx,
    all.flatMap(({ filed }) => filed.map(({ recordedBy }) => recordedBy)),
  )
  return all
    .filter(({ state }) => !open || state !== 'filed')
    .map(({ filing, legalEntityId, from, to, dueOn, source, unverified, state, filed }) => ({
      filing: filing.code,
      name: filing.name,
      authority: filing.authority,
      subjects: [...filing.subjects],
      made: filing.made,
      form: filing.form ?? null,
      entityNo: companies.get(legalEntityId)?.entityNo ?? 0,
      company: companies.get(legalEntityId)?.name ?? '',
      period: periodName({ from, to }),
      from,
      to,
      dueOn,
      source,
      unverified: unverified ?? null,
      state,
      filed: filed.map((one) => filedAnswer(one, names)),
    }))
}

export const filedAnswer = (
  { declarationId, filedOn, reference, fileName, fileSha256, corrects, recordedBy }: FiledDeclaration,
  names: ReadonlyMap<string, string>,
): z.infer<typeof answers.filedDeclaration> => ({
  declarationId,
  filedOn,
  reference,
  fileName,
  fileSha256,
  corrects,
  recordedBy: names.get(recordedBy) ?? recordedBy,
})
