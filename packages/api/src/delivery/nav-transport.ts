import { createHash } from 'node:crypto'
import {
  type DeliveryConnection,
  type NetworkResponse,
  RefusedByNetworkError,
  type Transport,
} from '@samen/core/delivery'
import {
  decodeExchangeToken,
  manageInvoiceRequest,
  type NavMessage,
  type NavOperation,
  NavRefusal,
  type NavRequest,
  queryTransactionStatusRequest,
  readManageInvoice,
  readTokenExchange,
  readTransactionStatus,
  tokenExchangeRequest,
} from '@samen/core/e-invoice'
import { Refusal } from '../refusal.ts'
import { askNetwork } from './ask-network.ts'

/**
 * Hungary's Online Invoice interface 3.0: a token, the report, and then the question what became of it. The requests' numbers
 * follow from what is sent, so that a report repeated after an interruption is the same request, which the authority refuses
 * as used instead of taking it twice.
 */
export const navTransport = (now: () => Date): Transport => {
  const call = (to: DeliveryConnection, operation: string, body: string) =>
    askNetwork(`${to.url}/invoiceService/v3/${operation}`, {
      method: 'POST',
      headers: { 'content-type': 'application/xml', accept: 'application/xml' },
      body,
    })
  const requestOf = ({ secrets }: DeliveryConnection, key: string): NavRequest => ({
    requestId: createHash('sha256').update(key).digest('hex').slice(0, 30).toUpperCase(),
    timestamp: now().toISOString(),
    user: {
      login: secrets.login ?? '',
      password: secrets.password ?? '',
      taxNumber: secrets.taxNumber ?? '',
      signingKey: secrets.signingKey ?? '',
      exchangeKey: secrets.exchangeKey ?? '',
    },
    software: {
      id: secrets.softwareId ?? '',
      name: 'Samen',
      operation: 'ONLINE_SERVICE',
      version: '1.0',
      developer: 'Samen',
      contact: 'office@samen.invalid',
    },
  })
  return {
    async send(to, { idempotencyKey, instructions, content }) {
      try {
        // A token is asked for anew each time: only the report itself must be the same request again.
        const asked = tokenExchangeRequest(requestOf(to, `token ${idempotencyKey} ${now().getTime()}`))
        const { encodedToken } = readTokenExchange(await call(to, 'tokenExchange', asked))
        const token = decodeExchangeToken(encodedToken, to.secrets.exchangeKey ?? '')
        const operation = (instructions.operation ?? 'CREATE') as NavOperation['operation']
        const report = manageInvoiceRequest(requestOf(to, idempotencyKey), token, [
          { operation, invoiceData: content },
        ])
        return readManageInvoice(await call(to, 'manageInvoice', report))
      } catch (error) {
        if (error instanceof NavRefusal) throw refusalOf(error)
        throw error
      }
    },

    async responses(from, pending) {
      const responses: NetworkResponse[] = []
      for (const remoteId of pending) {
        const asked = queryTransactionStatusRequest(
          requestOf(from, `${remoteId} ${now().getTime()}`),
          remoteId,
        )
        const [result] = readTransactionStatus(await call(from, 'queryTransactionStatus', asked))
        if (!result) continue
        const { status, messages } = result
        responses.push({
          responseId: `${remoteId}:${status}`,
          remoteId,
          code: status,
          ...(messages.length > 0 && { detail: messages.map(sentenceOf).join(' · ') }),
        })
      }
      return { responses }
    },

    // Supplier invoices do not come by the tax authority.
    incoming: async () => ({ documents: [] }),
  }
}

const sentenceOf = ({ level, code, text, place }: NavMessage): string =>
  [level, code, text, place].filter(Boolean).join(' ')

/** Codes of the interface that say the report itself is wrong; a wrong key or a busy server is tried again. */
const FINAL = new Set(['INVALID_REQUEST', 'SCHEMA_VIOLATION'])
/** The report was made before, and its answer did not reach us: whether it was taken is seen at the authority. */
const REPEATED = 'REQUEST_ID_NOT_UNIQUE'

function refusalOf({ message, code, messages }: NavRefusal): Error {
  const text = [code, message, ...messages.map(sentenceOf)].filter(Boolean).join(' · ')
  if (code === REPEATED)
    return new RefusedByNetworkError(
      `The report was made before and its answer was lost: look at the authority’s site whether it was taken. ${text}`,
    )
  return code !== undefined && FINAL.has(code) ? new RefusedByNetworkError(text) : new Refusal(text)
}
