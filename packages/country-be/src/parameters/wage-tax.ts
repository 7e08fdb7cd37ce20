import { euro, type Minor, parameter, percent, type Rate, rate } from '@samen/core/country'

/** From a yearly income on: the tax up to there, and the share of what exceeds it. */
export interface TaxBracket {
  readonly from: Minor
  readonly fixed: Minor
  readonly rate: Rate
}

/** Yearly reductions of the key formula for the family, and the monthly limits of a spouse's net income. */
export interface FamilyReductions {
  /** For 1 … 8 children; a disabled child counts twice. */
  readonly children: readonly Minor[]
  readonly furtherChild: Minor
  readonly singleParent: Minor
  readonly disabled: Minor
  readonly dependantOver65: Minor
  readonly otherDependant: Minor
  readonly spouseSmallIncome: Minor
  readonly spouseSmallPension: Minor
  /** Net per month up to which a spouse's wages leave the reduction `spouseSmallIncome`. */
  readonly spouseIncomeLimit: Minor
  /** Net per month up to which a spouse with only a pension counts as without income. */
  readonly spousePensionNone: Minor
  /** Net per month up to which a spouse with only a pension leaves the reduction `spouseSmallPension`. */
  readonly spousePensionLimit: Minor
}

export interface KeyFormula {
  readonly costsRate: Rate
  readonly costsMaximum: Minor
  readonly brackets: readonly TaxBracket[]
  /** Tax on the personal allowance, taken off once (scale I) or twice (scale II). */
  readonly allowanceTax: Minor
  readonly quotientRate: Rate
  readonly quotientMaximum: Minor
  readonly family: FamilyReductions
}

/** Rates on exceptional payments, by yearly pay up to a limit; children exempt or reduce. */
export interface ExceptionalTable {
  readonly rates: readonly { readonly upTo: Minor; readonly holiday: Rate; readonly other: Rate }[]
  readonly above: Rate
  /** Yearly pay up to which nothing is withheld, for 1 … 12 children. */
  readonly exemptUpTo: readonly Minor[]
  /** For 1 … 5 children: share of the tax taken off while yearly pay does not exceed a limit. */
  readonly childReductions: readonly { readonly rate: Rate; readonly upTo: Minor }[]
}

const amounts = (...texts: string[]) => texts.map(euro)
const bracket = (from: string, fixed: string, share: string): TaxBracket => ({
  from: euro(from),
  fixed: euro(fixed),
  rate: percent(share),
})

const FORMULA_2025: KeyFormula = {
  costsRate: percent('30'),
  costsMaximum: euro('5930'),
  brackets: [
    bracket('0', '0', '26.75'),
    bracket('16310', '4362.93', '42.80'),
    bracket('28790', '9704.37', '48.15'),
    bracket('49820', '19830.32', '53.50'),
  ],
  allowanceTax: euro('2915.75'),
  quotientRate: percent('30'),
  quotientMaximum: euro('13460'),
  family: {
    children: amounts('612', '1608', '4296', '7428', '10836', '14232', '17676', '21444'),
    furtherChild: euro('3780'),
    singleParent: euro('612'),
    disabled: euro('612'),
    dependantOver65: euro('1944'),
    otherDependant: euro('612'),
    spouseSmallIncome: euro('1698'),
    spouseSmallPension: euro('3390'),
    spouseIncomeLimit: euro('283'),
    spousePensionNone: euro('170'),
    spousePensionLimit: euro('565'),
  },
}

const FORMULA_2026: KeyFormula = {
  costsRate: percent('30'),
  costsMaximum: euro('6070'),
  brackets: [
    bracket('0', '0', '26.75'),
    bracket('16710', '4469.93', '42.80'),
    bracket('29500', '9944.05', '48.15'),
    bracket('51050', '20320.38', '53.50'),
  ],
  allowanceTax: euro('2987.98'),
  quotientRate: percent('30'),
  quotientMaximum: euro('13790'),
  family: {
    children: amounts('624', '1656', '4404', '7620', '11100', '14592', '18120', '21996'),
    furtherChild: euro('3864'),
    singleParent: euro('624'),
    disabled: euro('624'),
    dependantOver65: euro('1992'),
    otherDependant: euro('624'),
    spouseSmallIncome: euro('1740'),
    spouseSmallPension: euro('3474'),
    spouseIncomeLimit: euro('290'),
    spousePensionNone: euro('174'),
    spousePensionLimit: euro('579'),
  },
}

const exceptional = (limits: string[], exempt: string[], reductionLimits: string[]): ExceptionalTable => {
  const holiday = ['0', '19.17', '21.20', '26.25', '31.30', '34.33', '36.34', '39.37', '42.39', '47.44']
  const other = ['0', '23.22', '25.23', '30.28', '35.33', '38.36', '40.38', '43.41', '46.44', '51.48']
  const shares = ['7.5', '20', '35', '55', '75']
  return {
    rates: limits.map((limit, index) => ({
      upTo: euro(limit),
      holiday: percent(holiday[index] as string),
      other: percent(other[index] as string),
    })),
    above: percent('53.50'),
    exemptUpTo: amounts(...exempt),
    childReductions: reductionLimits.map((limit, index) => ({
      rate: percent(shares[index] as string),
      upTo: euro(limit),
    })),
  }
}

const EXEMPTION =
  'The tables were read. That point 54 frees as much as yearly pay leaves below the limit follows from « exonération totale ou partielle » (securex.be) and was not read; nor were the rates of point 117, the same for holiday and other pay of non-residents (securex.be): those of other pay are used.'

/** Income Tax Code 1992, art. 270 ff.; its implementing decree, annex III. In force by the day of payment. */
export const wageTaxParameters = {
  keyFormula: parameter<KeyFormula>({
    unit: 'table',
    title: 'Précompte professionnel: monthly key formula with the family reductions',
    series: [
      {
        from: '2025-01-01',
        value: FORMULA_2025,
        source: 'Royal Decree of 12 December 2024 (sheet d.1, vic-2025)',
        unverified:
          'Scale, costs, children, single parent and the two spouse reductions were read; other dependants and the limits of a spouse’s income in 2025 were derived from 2026 by the index.',
      },
      {
        from: '2026-01-01',
        value: FORMULA_2026,
        source:
          'Royal Decree of 11 December 2025, Official Gazette of 29 December 2025; FPS key formula 2025-0928 (sheet d.1)',
      },
    ],
  }),
  fiscalBonusA: parameter<Rate>({
    unit: 'rate',
    title: 'Fiscal work bonus: share of work bonus A taken off the wage tax',
    series: [
      { from: '2025-01-01', value: rate('0.3314'), source: 'Income Tax Code 1992, art. 289ter/1; sheet d.1' },
    ],
  }),
  fiscalBonusB: parameter<Rate>({
    unit: 'rate',
    title: 'Fiscal work bonus: share of work bonus B taken off the wage tax',
    series: [
      { from: '2025-01-01', value: rate('0.5254'), source: 'Income Tax Code 1992, art. 289ter/1; sheet d.1' },
    ],
  }),
  groupInsuranceReduction: parameter<Rate>({
    unit: 'rate',
    title: 'Share of the worker’s own group-insurance premium taken off the wage tax',
    series: [{ from: '2025-01-01', value: percent('30'), source: 'Annex III; sheet d.1 (pc200, fr-engine)' }],
  }),
  exceptionalTax: parameter<ExceptionalTable>({
    unit: 'table',
    title: 'Précompte professionnel on exceptional payments and holiday pay',
    series: [
      {
        from: '2025-01-01',
        value: exceptional(
          ['10415', '13330', '16960', '20340', '23020', '25710', '31070', '33810', '44770', '58460'],
          [
            '18400',
            '21930',
            '28270',
            '35330',
            '42390',
            '49450',
            '56510',
            '63570',
            '70630',
            '77690',
            '84750',
            '91810',
          ],
          ['28245', '28245', '31070', '36720', '39550'],
        ),
        source:
          'Annex III, points 53-55 (securex.be, pécule de vacances et allocations exceptionnelles 2025; sheet d.2)',
        unverified: EXEMPTION,
      },
      {
        from: '2026-01-01',
        value: exceptional(
          ['10675', '13660', '17375', '20840', '23580', '26340', '31830', '34640', '45860', '59900'],
          [
            '18858',
            '22470',
            '28960',
            '36200',
            '43440',
            '50680',
            '57920',
            '65160',
            '72400',
            '79640',
            '86880',
            '94120',
          ],
          ['28940', '28940', '31835', '37625', '40520'],
        ),
        source: 'Annex III, n. 53-55 (sheet d.2: vic-2026, dux-params)',
        unverified: EXEMPTION,
      },
    ],
  }),
  exceptionalBase: parameter<'taxable' | 'gross'>({
    unit: 'switch',
    title:
      'Normal yearly pay that sets the rate on exceptional payments: after personal contributions, or gross',
    series: [
      {
        from: '2025-01-01',
        value: 'taxable',
        source:
          'securex.be, fr and nl: « rémunérations imposables », « belastbare bezoldigingen »; usual payroll practice, such as a public payroll program’s 12 × 86.93 % of the month',
        unverified:
          'A project that read annex III, n. 53, takes gross pay before contributions (sheet d.2); engagement.exceptionalBase chooses.',
      },
    ],
  }),
  artistRate: parameter<Rate>({
    unit: 'rate',
    title: 'Flat wage tax of artists engaged now here, now there (annex III, point 80)',
    series: [
      { from: '2025-01-01', value: percent('11.11'), source: 'Annex III, point 80 (securex.be; sheet d.3)' },
    ],
  }),
  pieceWorkMinimum: parameter<Rate>({
    unit: 'rate',
    title: 'Least wage tax on piece work (annex III, point 74)',
    series: [
      { from: '2025-01-01', value: percent('11.11'), source: 'Annex III, point 74 (securex.be; sheet d.3)' },
    ],
  }),
}
