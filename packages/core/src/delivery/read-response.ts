import { all, at, decodeXml, parseXml, textAt, type XmlElement, XmlError } from '../xml/index.ts'
import type { Channel } from './channel.ts'

/** What a network's message says, before anybody has looked what it means. */
export interface NetworkWord {
  /** As `meaningOf` knows it: `imr:AP`, `NS`, `205`. */
  readonly code: string
  /** Reasons in the network's words. */
  readonly detail: string | undefined
}

/** A network's message larger than this is not read. */
export const RESPONSE_BYTES_MAX = 1_000_000

/** Thrown for a message that is not the network's. */
export class UnreadableResponseError extends Error {}

/**
 * Reads a network's message: Peppol's UBL ApplicationResponse (of the network or the buyer), SdI's notifications, the French
 * platforms' CrossDomainAcknowledgementAndResponse. The element names of the latter are from memory, unverified. Hungary's
 * answers are asked for and read by `readTransactionStatus`.
 *
 * @throws UnreadableResponseError
 */
export function readResponse(channel: Channel, bytes: Uint8Array): NetworkWord {
  if (bytes.length > RESPONSE_BYTES_MAX) throw new UnreadableResponseError('The message is too large.')
  let root: XmlElement
  try {
    root = parseXml(decodeXml(bytes))
  } catch (error) {
    if (error instanceof XmlError)
      throw new UnreadableResponseError(`The message is no XML: ${error.message}.`)
    throw error
  }
  const word = READERS[channel]?.(root)
  if (!word) throw new UnreadableResponseError(`<${root.name}> is no message of this network.`)
  return word
}

const READERS: Readonly<Partial<Record<Channel, (root: XmlElement) => NetworkWord | undefined>>> = {
  peppol: applicationResponse,
  sdi: notification,
  pdp: lifeCycle,
}

const cut = (texts: readonly (string | undefined)[]): string | undefined =>
  texts.filter(Boolean).join(' · ').slice(0, 1_000) || undefined

function applicationResponse(root: XmlElement): NetworkWord | undefined {
  if (root.name !== 'ApplicationResponse') return undefined
  const response = at(root, 'DocumentResponse', 'Response')
  const code = textAt(response, 'ResponseCode')
  if (code === undefined) return undefined
  const isOfBuyer = (textAt(root, 'CustomizationID') ?? '').includes('invoice_response')
  const reasons = [
    ...all(response, 'Description').map(({ text }) => text),
    ...all(response, 'Status').map((status) =>
      cut([textAt(status, 'StatusReasonCode'), textAt(status, 'StatusReason')]),
    ),
    ...all(at(root, 'DocumentResponse'), 'LineResponse').map((line) =>
      textAt(line, 'Response', 'Description'),
    ),
  ]
  return { code: `${isOfBuyer ? 'imr' : 'mlr'}:${code}`, detail: cut(reasons) }
}

/** Root elements of SdI's messages: to the administration, and since 2019 between private parties. */
const NOTIFICATIONS: Readonly<Record<string, string>> = {
  AttestazioneTrasmissioneFattura: 'AT',
  RicevutaConsegna: 'RC',
  NotificaMancataConsegna: 'MC',
  RicevutaImpossibilitaRecapito: 'MC',
  NotificaScarto: 'NS',
  RicevutaScarto: 'NS',
  NotificaDecorrenzaTermini: 'DT',
  NotificaEsito: 'NE',
}

function notification(root: XmlElement): NetworkWord | undefined {
  const kind = Object.hasOwn(NOTIFICATIONS, root.name) ? NOTIFICATIONS[root.name] : undefined
  if (kind === undefined) return undefined
  const verdict = kind === 'NE' ? textAt(root, 'EsitoCommittente', 'Esito') : undefined
  const errors = all(at(root, 'ListaErrori'), 'Errore').map((error) =>
    cut([textAt(error, 'Codice'), textAt(error, 'Descrizione'), textAt(error, 'Suggerimento')]),
  )
  return {
    code: verdict === undefined ? kind : `${kind}:${verdict}`,
    detail: cut([
      ...errors,
      textAt(root, 'Descrizione'),
      textAt(root, 'EsitoCommittente', 'Descrizione'),
      textAt(root, 'Note'),
    ]),
  }
}

function lifeCycle(root: XmlElement): NetworkWord | undefined {
  if (root.name !== 'CrossDomainAcknowledgementAndResponse') return undefined
  const referenced = at(root, 'AcknowledgementDocument', 'ReferenceReferencedDocument')
  const code = textAt(referenced, 'ProcessConditionCode')
  if (code === undefined) return undefined
  const reasons = all(referenced, 'SpecifiedDocumentStatus').map((status) =>
    cut([textAt(status, 'ReasonCode'), textAt(status, 'Reason')]),
  )
  return { code, detail: cut([textAt(referenced, 'ProcessCondition'), ...reasons]) }
}
