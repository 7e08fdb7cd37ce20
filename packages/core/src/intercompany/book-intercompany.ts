import { FieldCheck, type OfficeContext } from '../context/index.ts'
import { AMOUNT_MAX } from '../country/index.ts'
import { lockInOffice, officeDirectory, type Transaction } from '../database/index.ts'
import { openAccounts, post } from '../ledger/index.ts'
import { legalEntities } from '../legal-entities/index.ts'
import { conflict, throwFaults } from '../problem/index.ts'
import {
  INTERCOMPANY_DIRECTIONS,
  INTERCOMPANY_KINDS,
  type IntercompanyDraft,
  type IntercompanyItem,
  intercompanyAccounts,
  intercompanyEntries,
} from './intercompany.ts'
import { insertItem, itemByReference } from './intercompany-store.ts'

/**
 * Books this office's side of a fact between two offices of the group, in its own currency. The accounts for the other
 * office are opened when first needed. The reference is the idempotency key: booking the same again answers what is there.
 *
 * @throws Problem `invalid-field` for the other office, reference, kind, direction, amount, day, text or company;
 *   `conflict` when the reference was booked before with other content, or the month is closed.
 */
export async function bookIntercompany(
  trx: Transaction,
  context: OfficeContext,
  draft: IntercompanyDraft,
): Promise<IntercompanyItem> {
  const { officeId, plugin, by, now, id } = context
  const checked = await checkedDraft(trx, context, draft)
  const { counterparty, reference, legalEntityId, effectiveOn, description } = checked
  // Whoever books the same reference waits, and then finds it.
  await lockInOffice(trx, officeId, `intercompany ${counterparty} ${reference}`)
  const known = await itemByReference(trx, officeId, checked)
  if (known) return sameAs(known, checked)
  await openAccounts(trx, officeId, intercompanyAccounts(plugin, checked))
  const intercompanyItemId = id()
  const { transactionIds } = await post(trx, officeId, [
    {
      key: `intercompany:${counterparty}:${reference}`,
      kind: 'intercompany',
      legalEntityId,
      effectiveOn,
      description: [reference, description].filter(Boolean).join(' · '),
      source: { kind: 'intercompany-item', id: intercompanyItemId },
      entries: intercompanyEntries({ ...checked, currency: plugin.currency }),
    },
  ])
  const item: IntercompanyItem = {
    ...checked,
    intercompanyItemId,
    currency: plugin.currency,
    transactionId: transactionIds[0] as string,
    bookedBy: by,
    bookedAt: now,
  }
  await insertItem(trx, officeId, item)
  return item
}

async function checkedDraft(
  trx: Transaction,
  { officeId, plugin }: OfficeContext,
  draft: IntercompanyDraft,
): Promise<Required<IntercompanyDraft>> {
  const check = new FieldCheck(plugin)
  const [offices, companies] = [await officeDirectory(trx), await legalEntities(trx, officeId)]
  const own = offices.find((office) => office.officeId === officeId)?.slug
  const counterparty = draft.counterparty.trim().toLowerCase()
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(counterparty))
    check.fault('counterparty', 'Another office of the group by its short name, such as fr.')
  else if (counterparty === own) check.fault('counterparty', 'An office owes nothing to itself.')
  const legalEntityId = draft.legalEntityId ?? companies[0]?.legalEntityId ?? ''
  if (!companies.some((company) => company.legalEntityId === legalEntityId))
    check.fault('legalEntityId', 'One of the office’s own companies.')
  if (draft.amount === 0n || draft.amount > AMOUNT_MAX || draft.amount < -AMOUNT_MAX)
    check.fault('amount', 'An amount is not zero and at most 10 000 000 000; a negative one takes back.')
  const checked = {
    counterparty,
    legalEntityId,
    amount: draft.amount,
    reference: check.text('reference', draft.reference, 100),
    kind: check.oneOf('kind', draft.kind, INTERCOMPANY_KINDS),
    direction: check.oneOf('direction', draft.direction, INTERCOMPANY_DIRECTIONS),
    effectiveOn: check.day('effectiveOn', draft.effectiveOn),
    description: check.optionalText('description', draft.description, 300) ?? '',
  }
  throwFaults(check.faults)
  return checked
}

function sameAs(known: IntercompanyItem, draft: Required<IntercompanyDraft>): IntercompanyItem {
  const { reference, counterparty } = known
  const differs = (Object.keys(draft) as (keyof IntercompanyDraft)[]).find((key) => known[key] !== draft[key])
  if (differs)
    throw conflict(
      `${reference} with ${counterparty} was booked before with another ${differs}: a correction gets a reference of its own.`,
      { field: differs, intercompanyItemId: known.intercompanyItemId },
    )
  return known
}
