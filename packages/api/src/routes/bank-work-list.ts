import { formatAmount } from '@samen/core/country'
import type { Transaction } from '@samen/core/database'
import {
  type BankRule,
  bankRules,
  dropBankRule,
  forgetPayer,
  matchByHand,
  PARTS_BY_HAND_MAX,
  type RememberedPayer,
  rememberedPayers,
  writeBankRule,
} from '@samen/core/statements'
import { z } from 'zod'
import { bankPayer, bankRule, gone, split, waitingTransaction } from '../answers/bank.ts'
import { page } from '../answers/common.ts'
import { only, STAFF } from '../auth/rights.ts'
import { namesOf } from '../queries/names.ts'
import { workListPage } from '../queries/work-list.ts'
import { partOfReceipt } from './receipt-part.ts'
import { body, contextOf, describe, idOf, pageQuery, query, routes, work } from './route.ts'

const tags = ['Bank']

/** Money that waits for a person: what it may have been for, and what is remembered of such decisions. */
export const bankWorkList = routes()
  .get(
    '/bank-work-list',
    only(...STAFF),
    describe(
      'What waits at the bank, oldest first, with the invoices it may be for, how sure we are, and why',
      page(waitingTransaction),
      { tags },
    ),
    query(pageQuery),
    async (c) => {
      const { plugin } = contextOf(c)
      return c.json(
        await work(c, (trx) =>
          workListPage(trx, c.var.office.officeId, plugin.identifiers, c.req.valid('query')),
        ),
      )
    },
  )
  .post(
    '/bank-transactions/:id/split',
    only('staff', 'approver', 'finance'),
    describe(
      'Give a receipt to several invoices, all of the parts or none; each takes all that fits unless an amount is told',
      split,
      { tags, status: 201 },
    ),
    body(
      z.strictObject({
        parts: z
          .array(z.strictObject({ invoiceId: z.uuid(), ...partOfReceipt }))
          .min(1, 'name at least one invoice')
          .max(PARTS_BY_HAND_MAX, `a receipt is split over at most ${PARTS_BY_HAND_MAX} invoices in one go`),
      }),
    ),
    async (c) => {
      const context = contextOf(c)
      const bankTransactionId = idOf(c.req.param('id'))
      const { parts: told } = c.req.valid('json')
      const { left, parts } = await work(c, (trx) =>
        matchByHand(trx, context, { bankTransactionId, parts: told }),
      )
      const answer = {
        bankTransactionId,
        parts: parts.map(({ invoiceId, amount }) => ({ invoiceId, amount: formatAmount(amount) })),
        waiting: formatAmount(left),
      }
      return c.json(answer satisfies z.infer<typeof split>, 201)
    },
  )
  .get(
    '/bank-rules',
    only(...STAFF),
    describe('Rules of staff: when a receipt contains these words it is this client’s', z.array(bankRule), {
      tags,
    }),
    async (c) => {
      const rules = await work(c, async (trx) =>
        ruleAnswers(trx, await bankRules(trx, c.var.office.officeId)),
      )
      return c.json(rules)
    },
  )
  .post(
    '/bank-rules',
    only('staff', 'approver', 'finance'),
    describe('Write a rule; it suggests and never books. The same rule again is the same rule', bankRule, {
      tags,
      status: 201,
    }),
    body(z.strictObject({ contains: z.string().max(200), clientId: z.uuid() })),
    async (c) => {
      const context = contextOf(c)
      const [rule] = await work(c, async (trx) =>
        ruleAnswers(trx, [await writeBankRule(trx, context, c.req.valid('json'))]),
      )
      return c.json(rule as z.infer<typeof bankRule>, 201)
    },
  )
  .delete(
    '/bank-rules/:id',
    only('staff', 'approver', 'finance'),
    describe('Take a rule away; what was matched stays matched', gone, { tags }),
    async (c) => {
      const bankRuleId = idOf(c.req.param('id'))
      await work(c, (trx) => dropBankRule(trx, c.var.office.officeId, bankRuleId))
      return c.json({ gone: true } satisfies z.infer<typeof gone>)
    },
  )
  .get(
    '/bank-payers',
    only(...STAFF),
    describe(
      'Accounts and names that people gave to clients, the latest 500: what suggestions learn from',
      z.array(bankPayer),
      { tags },
    ),
    async (c) => {
      const payers = await work(c, async (trx) =>
        payerAnswers(trx, await rememberedPayers(trx, c.var.office.officeId)),
      )
      return c.json(payers)
    },
  )
  .delete(
    '/bank-payers/:id',
    only('staff', 'approver', 'finance'),
    describe('Forget whose an account or a name was; what was matched stays matched', gone, { tags }),
    async (c) => {
      const bankPayerId = idOf(c.req.param('id'))
      await work(c, (trx) => forgetPayer(trx, c.var.office.officeId, bankPayerId))
      return c.json({ gone: true } satisfies z.infer<typeof gone>)
    },
  )

async function ruleAnswers(
  trx: Transaction,
  rules: readonly BankRule[],
): Promise<z.infer<typeof bankRule>[]> {
  const names = await namesOf(
    trx,
    rules.map(({ writtenBy }) => writtenBy),
  )
  return rules.map(({ clientId, clientName, writtenBy, writtenAt, ...rule }) => ({
    ...rule,
    client: { clientId, name: clientName },
    writtenBy: names.get(writtenBy) ?? writtenBy,
    writtenAt: writtenAt.toISOString(),
  }))
}

async function payerAnswers(
  trx: Transaction,
  payers: readonly RememberedPayer[],
): Promise<z.infer<typeof bankPayer>[]> {
  const names = await namesOf(
    trx,
    payers.map(({ lastBy }) => lastBy),
  )
  return payers.map(({ clientId, clientName, lastBy, ...payer }) => ({
    ...payer,
    client: { clientId, name: clientName },
    lastBy: names.get(lastBy) ?? lastBy,
  }))
}
