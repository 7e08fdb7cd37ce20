import type { OfficeContext } from '../context/index.ts'
import type { Database } from '../database/index.ts'
import { isMailAddress, queueMail } from '../mail/index.ts'
import { deliver } from '../outbox/index.ts'
import { dunningLetters } from './send.ts'

/** After that a letter says what is not true any more: another one will be due. */
const WORTH_DAYS = 14

/**
 * Lays letters that a person has approved down to be sent by e-mail; one to a client whose address nobody knows waits to be
 * handed over.
 */
export async function mailLetters(db: Database, context: OfficeContext): Promise<void> {
  const { officeId, now } = context
  await deliver(
    db,
    officeId,
    'letter',
    async ({ payload: { letterId, to }, createdAt }, trx) => {
      const [letter] = await dunningLetters(trx, officeId, { dunningLetterId: String(letterId) })
      if (!letter) throw new Error('the letter is not there')
      const { seller, buyer } = letter.document
      await queueMail(trx, context, {
        kind: 'dunning',
        about: letter.dunningLetterId,
        recipient: typeof to === 'string' && isMailAddress(to) ? to : null,
        recipientName: buyer.name,
        language: letter.language,
        fields: { seller: seller.name },
        expiresAt: new Date(createdAt.getTime() + WORTH_DAYS * 86_400_000),
      })
    },
    { now },
  )
}
