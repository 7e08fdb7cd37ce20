import {
  type DeliveryConnection,
  type NetworkResponse,
  RefusedByNetworkError,
  readResponse,
  type Transport,
  UnreadableResponseError,
} from '@samen/core/delivery'
import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import { askNetwork } from './ask-network.ts'

const id = z.string().min(1).max(200)
const cursor = z.string().max(500)
const base64 = z.base64().max(30_000_000)
const taken = z.object({ id })
const said = z.object({
  responses: z.array(z.object({ id, documentId: id, content: base64 })).max(1_000),
  next: cursor.optional(),
})
const came = z.object({
  documents: z.array(z.object({ id, name: z.string().min(1).max(500), content: base64 })).max(50),
  next: cursor.optional(),
})

/**
 * Peppol access points, SdI and French platforms each have a door of their own making. We speak to a gateway of three
 * addresses (docs/operators/e-invoice-gateway.md); what it passes on are the network's own messages, unchanged.
 */
export const gatewayTransport: Transport = {
  async send(to, { idempotencyKey, format, fileName, receiver, content }) {
    const query = new URLSearchParams({ format, fileName, ...(receiver !== null && { receiver }) })
    const answer = await askNetwork(`${to.url}/documents?${query}`, {
      method: 'POST',
      headers: {
        ...keyOf(to),
        'content-type': 'application/xml; charset=utf-8',
        'idempotency-key': idempotencyKey,
      },
      body: content,
    })
    return understood(taken, answer).id
  },

  async responses(from, _pending, after) {
    const { responses, next } = understood(said, await get(from, 'responses', after))
    return { responses: responses.map((one) => wordOf(from, one)), next }
  },

  async incoming(from, after) {
    const { documents, next } = understood(came, await get(from, 'incoming', after))
    return {
      documents: documents.map(({ id: documentId, name, content }) => ({
        documentId,
        name,
        bytes: new Uint8Array(Buffer.from(content, 'base64')),
      })),
      next,
    }
  },
}

const keyOf = ({ secrets }: DeliveryConnection) => ({ authorization: `Bearer ${secrets.token}` })

const get = (from: DeliveryConnection, what: string, after: string | undefined) =>
  askNetwork(`${from.url}/${what}${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`, {
    headers: keyOf(from),
  }).catch((error) => {
    // A question that is refused is no verdict about an invoice.
    throw error instanceof RefusedByNetworkError ? new Refusal(error.message) : error
  })

function wordOf(
  { channel }: DeliveryConnection,
  { id: responseId, documentId, content }: { id: string; documentId: string; content: string },
): NetworkResponse {
  try {
    const word = readResponse(channel, new Uint8Array(Buffer.from(content, 'base64')))
    return { responseId, remoteId: documentId, ...word }
  } catch (error) {
    if (!(error instanceof UnreadableResponseError)) throw error
    // One message that nobody understands holds up none of the others.
    return { responseId, remoteId: documentId, code: 'unreadable', detail: error.message }
  }
}

function understood<T extends z.ZodType>(schema: T, text: string): z.output<T> {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new Refusal('The gateway answered no JSON.')
  }
  const parsed = schema.safeParse(json)
  if (!parsed.success)
    throw new Refusal(`The gateway’s answer is not as agreed: ${parsed.error.issues[0]?.message}`)
  return parsed.data
}
