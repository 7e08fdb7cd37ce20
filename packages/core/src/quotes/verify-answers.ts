import { sql } from 'kysely'
import type { Json } from '../canonical/index.ts'
import type { Transaction } from '../database/index.ts'
import { isSignedBy, ownKeyChain } from '../federation/index.ts'
import type { AnswerStatement, QuoteAnswer } from './answer-quote.ts'
import { sha256 } from './link-store.ts'

/**
 * Walks the office's chain of answers: each statement hashes to its hash, names the one before, is signed by the office's
 * key, and shows an offer and a PDF that still have the hashes it names. @returns what is wrong, answer by answer.
 */
export async function verifyAnswers(
  trx: Transaction,
  officeId: string,
): Promise<{ readonly answerNo: bigint; readonly reason: string }[]> {
  const keys = new Map((await ownKeyChain(trx, officeId)).map((key) => [key.keyNo, key.publicKey]))
  const { rows } = await sql<
    Pick<QuoteAnswer, 'answerNo' | 'statement' | 'hash' | 'keyNo' | 'signature'> & {
      shown: string
      pdfSha256: string
    }
  >`
    select a.answer_no as "answerNo", a.statement, a.hash, a.key_no as "keyNo", a.signature, l.shown,
           encode(sha256(l.pdf), 'hex') as "pdfSha256"
      from samen.quote_answer a join samen.quote_link l on l.office_id = a.office_id and l.link_id = a.link_id
     where a.office_id = ${officeId} order by a.answer_no`.execute(trx)
  const faults: { answerNo: bigint; reason: string }[] = []
  let previous: string | null = null
  for (const [index, { answerNo, statement, hash, keyNo, signature, shown, pdfSha256 }] of rows.entries()) {
    const said = JSON.parse(statement) as AnswerStatement
    const fault = (reason: string) => faults.push({ answerNo, reason })
    if (answerNo !== BigInt(index + 1) || said.answerNo !== answerNo.toString())
      fault('Its number is not the next one.')
    if (sha256(statement) !== hash) fault('Its statement was changed.')
    if (said.previous !== previous) fault('It does not name the answer before it.')
    const publicKey = keys.get(keyNo)
    if (!publicKey || !isSignedBy(said as unknown as Json, signature, Buffer.from(publicKey, 'base64')))
      fault('It is not signed by the office.')
    if (sha256(shown) !== said.shownSha256 || pdfSha256 !== said.pdfSha256)
      fault('What its link shows is not what was answered.')
    previous = hash
  }
  return faults
}
