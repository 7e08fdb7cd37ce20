/** The simulator's rules behind each of our lines: what the employer and what the employee pays. Several are summed. */
export const LINE_RULES: Readonly<
  Record<string, { readonly employer?: string; readonly employee?: string }>
> = {
  sickness: { employer: 'maladie . employeur' },
  'sickness-alsace-moselle': { employee: 'maladie . salarié' },
  'health-cover': { employer: 'prévoyances . santé . employeur', employee: 'prévoyances . santé . salarié' },
  'death-cover': { employer: 'prévoyances . employeur . cadres' },
  accident: { employer: 'ATMP' },
  'old-age-capped': {
    employer: 'vieillesse . plafonnée . employeur',
    employee: 'vieillesse . plafonnée . salarié',
  },
  'old-age': {
    employer: 'vieillesse . déplafonnée . employeur',
    employee: 'vieillesse . déplafonnée . salarié',
  },
  pension: { employer: 'retraite complémentaire . employeur', employee: 'retraite complémentaire . salarié' },
  ceg: { employer: 'CEG . employeur', employee: 'CEG . salarié' },
  cet: { employer: 'CET . employeur', employee: 'CET . salarié' },
  family: { employer: 'allocations familiales' },
  unemployment: { employer: 'chômage' },
  'wage-guarantee': { employer: 'AGS' },
  apec: { employer: 'APEC . employeur', employee: 'APEC . salarié' },
  solidarity: { employer: 'CSA' },
  housing: { employer: 'FNAL' },
  mobility: { employer: 'versement mobilité' },
  dialogue: { employer: 'contribution au dialogue social' },
  training: { employer: 'formation professionnelle' },
  'training-fixed-term': { employer: 'CPF CDD' },
  apprenticeship: { employer: "taxe d'apprentissage . base" },
  'apprenticeship-balance': { employer: "taxe d'apprentissage . solde" },
  'construction-effort': { employer: 'PEEC' },
  'cover-levy': { employer: 'forfait social' },
  'csg-deductible': { employee: 'CSG-CRDS . CSG . déductible' },
  'csg-non-deductible': { employee: 'CSG-CRDS . CSG . non déductible' },
  crds: { employee: 'CSG-CRDS . CRDS' },
  // Both are exemptions to the simulator, positive amounts.
  'overtime-reduction': { employee: 'exonérations . heures supplémentaires . salarié' },
  'overtime-deduction': { employer: 'exonérations . heures supplémentaires . employeur' },
}

/** Lines of the simulator that are reliefs of ours. */
export const RELIEFS: readonly string[] = ['overtime-reduction', 'overtime-deduction']

/** Totals and figures, and the reduction, which is negative for us. */
export const FIGURE_RULES: Readonly<Record<string, string>> = {
  gross: 'salarié . rémunération . brut',
  cost: 'salarié . coût total employeur',
  netBeforeTax: 'salarié . rémunération . net . à payer avant impôt',
  netTaxable: 'salarié . rémunération . net . imposable',
  netSocial: 'salarié . rémunération . montant net social',
}

/** Names of the reduction: the single one of 2026, the general one of 2025. */
export const REDUCTION_RULE = {
  2026: 'salarié . cotisations . exonérations . RGDU',
  2025: 'salarié . cotisations . exonérations . réduction générale',
} as const
