import { maximum, minimum } from '../../country/index.ts'
import type { StressClaim } from './model.ts'
import type { ClientFlow, OpenClaim } from './stress-store.ts'

/** What is open today, as claims: what is lent comes back or is lost; a wage still to come goes out first. */
export function standingClaims(
  open: readonly OpenClaim[],
  clientAt: (clientId: string) => number,
): StressClaim[] {
  return open.flatMap((claim): StressClaim[] => {
    const { issuedOn, dueOn, net, advanced, wageToCome } = claim
    const client = clientAt(claim.clientId)
    const issued = Math.min(0, issuedOn)
    const lent = minimum(advanced, net)
    const toCome = minimum(wageToCome, net - lent)
    const common = { client, issuedOn: issued, dueOn, levy: 0n }
    const claims: StressClaim[] = []
    // One invoice may be both: one of its workers paid out of an advance, another still to be paid.
    if (toCome > 0n)
      claims.push({ ...common, wageOn: Math.max(1, claim.wageOn), net: net - lent, wage: toCome })
    if (lent > 0n || toCome === 0n)
      claims.push({ ...common, wageOn: Math.min(0, issued), net: toCome > 0n ? lent : net, wage: lent })
    return claims
  })
}

/**
 * The work a client will order if it goes on as in the window: as many invoices of its usual size, evenly spread. The
 * cents of the division go to the first ones, so that the sums are those of the window.
 *
 * @param scale days to play over days of the window.
 * @param most invoices at most; above it they become fewer and larger.
 */
export function expectedClaims(
  flow: ClientFlow,
  client: number,
  { days, window, most }: { days: number; window: number; most: number },
): StressClaim[] {
  const scaled = (amount: bigint) => (amount * BigInt(days)) / BigInt(window)
  const count = Math.max(1, Math.min(most, Math.round((flow.invoices * days) / window)))
  const [net, wage, levy] = [flow.net, flow.wage, flow.levy].map((sum) => slices(scaled(sum), count)) as [
    bigint[],
    bigint[],
    bigint[],
  ]
  return Array.from({ length: count }, (_, k) => {
    const issuedOn = Math.max(1, Math.ceil(((k + 0.5) * days) / count))
    return {
      client,
      issuedOn,
      wageOn: Math.max(1, issuedOn + flow.toWage),
      dueOn: issuedOn + flow.toDue,
      net: net[k] as bigint,
      wage: minimum(wage[k] as bigint, net[k] as bigint),
      levy: levy[k] as bigint,
    }
  })
}

function slices(amount: bigint, count: number): bigint[] {
  const each = amount / BigInt(count)
  const left = Number(amount % BigInt(count))
  return Array.from({ length: count }, (_, k) => each + (k < left ? 1n : 0n))
}

const LOTS = 1_000n

/**
 * Small clients in lots, so that a model stays within its limits: from the smallest up, the clients of one sector and age
 * are put together until a lot is as large as the smallest client that stands alone, or larger where there would be more
 * lots than `LOTS`. A lot fails as one, which is the cautious side.
 */
export function lotsOf(
  flows: readonly ClientFlow[],
  alone: number,
  kind: (flow: ClientFlow) => string,
): ClientFlow[][] {
  const sorted = [...flows].sort((a, b) => (a.net === b.net ? 0 : a.net < b.net ? 1 : -1))
  const lots = sorted.slice(0, alone).map((flow) => [flow])
  const small = sorted.slice(alone)
  const tail = small.reduce((sum, { net }) => sum + net, 0n)
  const most = maximum(sorted[alone - 1]?.net ?? 0n, (2n * tail) / LOTS)
  const filling = new Map<string, { lot: ClientFlow[]; net: bigint }>()
  for (const flow of small.reverse()) {
    const current = filling.get(kind(flow))
    if (current && current.net + flow.net <= most) {
      current.lot.push(flow)
      current.net += flow.net
      continue
    }
    const lot = [flow]
    lots.push(lot)
    filling.set(kind(flow), { lot, net: flow.net })
  }
  return lots
}
