import { type ProblemType, problemTypes } from './types.ts'

export interface ProblemOptions {
  /** The input field at fault, as a path: `situation.people[0].grossPay`. */
  field?: string
  /** Further members of the problem document; must be JSON. */
  extra?: Readonly<Record<string, unknown>>
  cause?: unknown
}

/** What an HTTP answer or a command's output shows of a problem (RFC 9457). */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  field?: string
  [extra: string]: unknown
}

/** The one error a use case throws on purpose: a named cause, and a sentence for the person who must act. */
export class Problem extends Error {
  readonly type: ProblemType
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly field: string | undefined
  readonly extra: Readonly<Record<string, unknown>>

  constructor(type: ProblemType, detail: string, { field, extra = {}, cause }: ProblemOptions = {}) {
    super(detail, cause === undefined ? undefined : { cause })
    this.name = 'Problem'
    this.type = type
    this.title = problemTypes[type].title
    this.status = problemTypes[type].status
    this.detail = detail
    this.field = field
    this.extra = extra
  }

  toJSON(): ProblemDocument {
    return {
      ...this.extra,
      type: `/problems/${this.type}`,
      title: this.title,
      status: this.status,
      detail: this.detail,
      ...(this.field === undefined ? {} : { field: this.field }),
    }
  }
}

/** Bad input: names the field, says what is expected. */
export function invalid(field: string, detail: string, extra?: ProblemOptions['extra']): Problem {
  return new Problem('invalid-field', detail, { field, ...(extra ? { extra } : {}) })
}

/** The thing does not exist, or belongs to another office: from outside the two look the same. */
export function notFound(what: string): Problem {
  return new Problem('not-found', `There is no ${what}.`)
}

/** Someone else was first, or the state does not allow it any more. */
export function conflict(detail: string, extra?: ProblemOptions['extra']): Problem {
  return new Problem('conflict', detail, extra ? { extra } : {})
}

/** A rule of the law or of the house says no. */
export function refused(detail: string, extra?: ProblemOptions['extra']): Problem {
  return new Problem('refused', detail, extra ? { extra } : {})
}
