import type { IsoDate, Minor, Rate, SupplyKind } from '../country/index.ts'

export const CONTRACT_STATES = [
  'quote',
  'order',
  'split',
  'started',
  'done',
  'invoiced',
  'closed',
  'cancelled',
] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

/** One agreed job. */
export interface Contract {
  readonly contractId: string
  /** The office's own name for the job, unique in it. */
  readonly reference: string
  readonly activityId: string
  readonly clientId: string
  readonly legalEntityId: string
  readonly title: string
  readonly supply: SupplyKind
  /** Client's price net of VAT, minor units. */
  readonly fee: Minor
  /** Professional expenses paid from the fee before wages. */
  readonly expenses: Minor
  readonly currency: string
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  /** Whose holidays count for the pay deadline. */
  readonly region: string | null
  readonly state: ContractState
  /** The last day a quote may be accepted; null: none was set. */
  readonly validUntil: IsoDate | null
}

/** The employment of one worker for one contract. */
export interface Engagement {
  readonly engagementId: string
  readonly contractId: string
  readonly memberId: string
  /** The worker's part of the contract's wage budget. */
  readonly share: Rate
  /** What the country's payroll law asks about the job: the `engagement` of a situation. */
  readonly terms: Readonly<Record<string, unknown>>
  /** The last day its wage may be paid. */
  readonly payBy: IsoDate
  readonly hiringFiledAt: Date | null
  readonly hiringReference: string | null
}

export interface EngagementDraft {
  readonly engagementId?: string
  readonly memberId: string
  /** The whole budget, or an equal part of it where several work, unless told. */
  readonly share?: Rate
  readonly terms: Readonly<Record<string, unknown>>
  readonly hiringFiledAt?: Date | null
  readonly hiringReference?: string | null
}

/** States a contract may be created in: the steps up to there are taken one by one, each with its checks. */
export const STATES_ON_CREATION = ['quote', 'order', 'started', 'done'] as const
export type StateOnCreation = (typeof STATES_ON_CREATION)[number]

export interface ContractDraft {
  readonly contractId?: string
  /** The next number of the office's `JOB-<year>` series unless told. */
  readonly reference?: string
  readonly activityId: string
  readonly clientId: string
  readonly title: string
  /** `service` unless told. */
  readonly supply?: SupplyKind
  readonly fee: Minor
  readonly expenses?: Minor
  readonly startsOn: IsoDate
  readonly endsOn: IsoDate
  readonly region?: string | null
  readonly validUntil?: IsoDate | null
  readonly engagements: readonly EngagementDraft[]
  /** `quote` unless told. */
  readonly state?: StateOnCreation
  /** When each state was reached; the moment of acting unless told. */
  readonly steppedAt?: Partial<Readonly<Record<StateOnCreation, Date>>>
}

/** What has to hold before a contract may enter a state. */
export type Condition =
  | 'client-solvent'
  | 'offer-valid'
  | 'workers-named'
  | 'terms-lawful'
  | 'hiring-filed'
  | 'start-reached'
  | 'end-reached'
  | 'settled'

interface Step {
  readonly from: readonly ContractState[]
  readonly conditions: readonly Condition[]
  /** Taken by the use case of this name, never by hand. */
  readonly by?: 'issueInvoices' | 'closeContracts' | 'splitOrder'
}

/** The whole life of a contract: into each state, from which ones, and under which conditions. */
export const STEPS: Readonly<Record<ContractState, Step>> = {
  quote: { from: [], conditions: [] },
  order: {
    from: ['quote'],
    conditions: ['client-solvent', 'offer-valid', 'workers-named', 'terms-lawful'],
  },
  started: {
    from: ['order'],
    conditions: ['client-solvent', 'terms-lawful', 'hiring-filed', 'start-reached'],
  },
  split: { from: ['order'], conditions: [], by: 'splitOrder' },
  done: { from: ['started'], conditions: ['end-reached'] },
  // And from `closed`, when a receipt that was not for its invoice is taken back: `undoMatch`.
  invoiced: { from: ['done'], conditions: [], by: 'issueInvoices' },
  closed: { from: ['invoiced'], conditions: ['settled'], by: 'closeContracts' },
  cancelled: { from: ['quote', 'order'], conditions: [] },
}

/** The states from `quote` to `state`, both included: `done` is reached by way of `order` and `started`. */
export const pathTo = (state: StateOnCreation): readonly StateOnCreation[] =>
  STATES_ON_CREATION.slice(0, STATES_ON_CREATION.indexOf(state) + 1)
