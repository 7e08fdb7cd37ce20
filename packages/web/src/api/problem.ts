/** RFC 9457, as every refusal of the server answers. */
export interface ProblemDocument {
  type: string
  title: string
  status: number
  detail: string
  /** Dotted path of the first field at fault. */
  field?: string
  errors?: { field: string; detail: string }[]
}

/** A refusal of the server, as the queries and forms see it. */
export class ProblemError extends Error {
  readonly problem: ProblemDocument
  constructor(problem: ProblemDocument) {
    super(problem.detail || problem.title)
    this.name = 'ProblemError'
    this.problem = problem
  }
}

const UNREACHABLE: ProblemDocument = { type: '/problems/unreachable', title: '', status: 0, detail: '' }
const UNEXPECTED: ProblemDocument = { type: '/problems/unexpected', title: '', status: 500, detail: '' }

/** Whatever went wrong, as a problem: a failed fetch is a server out of reach. */
export function asProblem(error: unknown): ProblemDocument {
  if (error instanceof ProblemError) return error.problem
  return error instanceof TypeError ? UNREACHABLE : UNEXPECTED
}
