import type { Channel } from './channel.ts'

/** How far an invoice is on its way. `accepted`: the network took it; `delivered`: the buyer's side has it. */
export type DeliveryState =
  | 'queued'
  | 'sent'
  | 'accepted'
  | 'delivered'
  | 'buyer-accepted'
  | 'buyer-rejected'
  | 'failed'

/**
 * What somebody has to do next: wait; correct what is wrong and send the same invoice anew (it does not count as issued);
 * tell the buyer where it lies; answer the buyer's question; credit it and issue another; nothing any more.
 */
export type NextStep = 'wait' | 'correct' | 'tell-buyer' | 'answer-buyer' | 'credit' | 'done'

export interface Said {
  readonly state: DeliveryState
  readonly next: NextStep
}

const said = (state: DeliveryState, next: NextStep): Said => ({ state, next })

/**
 * What each network's answers mean. Peppol: `mlr:` of the network (Message Level Response), `imr:` of the buyer (Invoice
 * Response, UNCL4343 subset). SdI: the message's two letters, and the buyer's verdict in a NotificaEsito. PDP: the codes of
 * the French life cycle (AFNOR XP Z12-012). NAV: the states of a reported invoice.
 */
const MEANINGS: Readonly<Record<Channel, Readonly<Record<string, Said>>>> = {
  peppol: {
    'mlr:AB': said('accepted', 'wait'),
    'mlr:AP': said('accepted', 'wait'),
    'mlr:RE': said('failed', 'correct'),
    'imr:AB': said('delivered', 'wait'),
    'imr:IP': said('delivered', 'wait'),
    'imr:UQ': said('delivered', 'answer-buyer'),
    'imr:CA': said('buyer-accepted', 'answer-buyer'),
    'imr:AP': said('buyer-accepted', 'done'),
    'imr:PD': said('buyer-accepted', 'done'),
    'imr:RE': said('buyer-rejected', 'credit'),
  },
  sdi: {
    AT: said('accepted', 'tell-buyer'),
    RC: said('delivered', 'wait'),
    MC: said('accepted', 'tell-buyer'),
    NS: said('failed', 'correct'),
    DT: said('delivered', 'done'),
    'NE:EC01': said('buyer-accepted', 'done'),
    'NE:EC02': said('buyer-rejected', 'credit'),
  },
  pdp: {
    '200': said('accepted', 'wait'),
    '201': said('accepted', 'wait'),
    '202': said('accepted', 'wait'),
    '203': said('delivered', 'wait'),
    '204': said('delivered', 'wait'),
    '205': said('buyer-accepted', 'done'),
    '206': said('buyer-accepted', 'answer-buyer'),
    '207': said('delivered', 'answer-buyer'),
    '208': said('delivered', 'answer-buyer'),
    '209': said('delivered', 'wait'),
    '210': said('buyer-rejected', 'credit'),
    '211': said('buyer-accepted', 'done'),
    '212': said('buyer-accepted', 'done'),
    '213': said('failed', 'correct'),
  },
  nav: {
    RECEIVED: said('sent', 'wait'),
    PROCESSING: said('sent', 'wait'),
    SAVED: said('sent', 'wait'),
    DONE: said('accepted', 'done'),
    ABORTED: said('failed', 'correct'),
  },
}

/** What an answer means; undefined for a code the channel does not know. */
export const meaningOf = (channel: Channel, code: string): Said | undefined =>
  Object.hasOwn(MEANINGS[channel], code) ? MEANINGS[channel][code] : undefined

const RANK: Readonly<Record<DeliveryState, number>> = {
  queued: 0,
  sent: 1,
  accepted: 2,
  delivered: 3,
  'buyer-accepted': 4,
  'buyer-rejected': 4,
  failed: 5,
}

/**
 * Where a delivery stands after an answer. Answers come in any order: one that says less than is known changes nothing, the
 * buyer's latest verdict counts, and what has reached the buyer does not fail any more.
 */
export function stateAfter(current: DeliveryState, answer: Said): boolean {
  if (current === 'failed') return false
  if (answer.state === 'failed') return RANK[current] < RANK.delivered
  return RANK[answer.state] >= RANK[current]
}
