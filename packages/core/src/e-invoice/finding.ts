/** What a check has to say about an invoice. */
export interface Finding {
  /** Id of the rule as its authors publish it (`BR-CO-10`, `PEPPOL-EN16931-R003`), or of our own: `syntax`, `model`. */
  readonly rule: string
  /** `fatal`: the receiver may refuse the invoice. */
  readonly level: 'fatal' | 'warning'
  /** Where: path in the model (`lines[2].net`), or for `syntax` in the file (`/Invoice/cbc:IssueDate`). */
  readonly place: string
  /** A sentence for the person who must act. */
  readonly text: string
}

/** Keeps a stranger's file from filling the memory with its faults. */
export const FINDINGS_MAX = 1000

/** Collects findings while the rules look. */
export class Findings {
  readonly all: Finding[] = []

  /** Notes a breach unless `holds`. The sentence is made only when it is needed. */
  demand(holds: boolean, rule: string, place: string, text: string | (() => string)): void {
    if (!holds) this.add(rule, 'fatal', place, typeof text === 'string' ? text : text())
  }

  advise(holds: boolean, rule: string, place: string, text: string): void {
    if (!holds) this.add(rule, 'warning', place, text)
  }

  add(rule: string, level: Finding['level'], place: string, text: string): void {
    if (this.all.length < FINDINGS_MAX) this.all.push({ rule, level, place, text })
  }
}
