import type { HiringDeclaration } from '@samen/core/country'

/**
 * DEÜV notice of employment: due with the first payroll, at the latest six weeks after the start; the office files it
 * before the start, which also serves the trades of the immediate notice (Sofortmeldung). The checklist asks whether the
 * cooperative is the true employer: work under the client's direction is labour leasing and needs a permit.
 */
export const hiring: HiringDeclaration = Object.freeze({
  name: 'deüv',
  authority: 'health-fund',
  latestDaysAfter: 42,
  source: 'SGB IV § 28a; DEÜV § 6',
  checklist: Object.freeze([
    { code: 'instructions', blocking: true, source: 'AÜG § 1 (1) sentence 2' },
    { code: 'integration', blocking: true, source: 'AÜG § 1 (1) sentence 2' },
    { code: 'personal-work', blocking: true, source: 'BGB § 613' },
    { code: 'immediate-notice', blocking: true, source: 'SGB IV § 28a (4); SchwarzArbG § 2a' },
    { code: 'fixed-term-in-writing', blocking: true, source: 'TzBfG § 14 (4)' },
    { code: 'earlier-employment', blocking: false, source: 'TzBfG § 14 (2)' },
    { code: 'hours-agreed', blocking: false, source: 'TzBfG § 12 (1)' },
    { code: 'minimum-wage', blocking: true, source: 'MiLoG §§ 1, 2' },
    { code: 'terms-in-text', blocking: true, source: 'NachwG § 2 (1)' },
    { code: 'other-short-work', blocking: false, source: 'SGB IV § 8 (2)' },
  ]),
})
