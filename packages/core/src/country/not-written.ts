/**
 * Thrown where a part of a plugin is not written yet. The conformance kit reports it as missing, by file; it is neither a
 * wrong answer nor an obscure failure.
 *
 * ```ts
 * payslip: () => notWritten('src/payroll/payslip.ts', 'the lines that lead from gross to net')
 * ```
 */
export class NotWrittenError extends Error {
  override readonly name = 'NotWrittenError'
  readonly file: string
  /** What belongs there, in words. */
  readonly what: string
  constructor(file: string, what: string) {
    super(`missing: ${file}: ${what}`)
    this.file = file
    this.what = what
  }
}

/** @throws {NotWrittenError} always. */
export function notWritten(file: string, what: string): never {
  throw new NotWrittenError(file, what)
}
