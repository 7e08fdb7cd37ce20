import {
  datedAmounts,
  datedRates,
  datedValues,
  euro,
  type Minor,
  percent,
  type Rate,
} from '@samen/core/country'

/** A bracket of a progressive scale; no `upTo` on the last. */
export interface Band {
  readonly upTo?: Minor
  readonly rate: Rate
}

/** A scale from upper bounds in euro and rates in percent: `['28000', '23'], ['', '43']`. */
export const scale = (...bands: readonly (readonly [upTo: string, rate: string])[]): readonly Band[] =>
  bands.map(([upTo, rate]) =>
    upTo === '' ? { rate: percent(rate) } : { upTo: euro(upTo), rate: percent(rate) },
  )

const ART13 = 'TUIR (DPR 917/1986) art. 13'
const ART12 = 'TUIR (DPR 917/1986) art. 12'
const L207 = 'L. 207/2024 art. 1'
const DL3 = 'D.L. 3/2020 art. 1'
const DM2008 = 'D.M. 20-3-2008 (ancebrescia.it, fiscaleweb.com)'
const S = '2025-01-01'

/** IRPEF and its credits, by the tax year of payment. Amounts are yearly. */
export const incomeTaxParameters = {
  brackets: datedValues<readonly Band[]>(
    'table',
    'IRPEF: scale of the year',
    [S, scale(['28000', '23'], ['50000', '35'], ['', '43']), 'TUIR art. 11, L. 207/2024 art. 1 c. 2'],
    [
      '2026-01-01',
      scale(['28000', '23'], ['50000', '33'], ['', '43']),
      'TUIR art. 11, as amended by L. 199/2025',
    ],
  ),
  employeeFull: datedAmounts('Employee credit up to 15 000', [S, '1955', ART13]),
  employeeFloor: datedAmounts('Least employee credit, permanent contracts', [S, '690', ART13]),
  employeeFloorFixed: datedAmounts('Least employee credit, fixed-term contracts', [S, '1380', ART13]),
  employeeBase: datedAmounts('Employee credit above 15 000: fixed part', [S, '1910', ART13]),
  employeeMore: datedAmounts('Employee credit 15 000 to 28 000: falling part', [S, '1190', ART13]),
  employeeLow: datedAmounts('Income up to which the full employee credit is due', [S, '15000', ART13]),
  employeeMiddle: datedAmounts('Income at which its falling part ends', [S, '28000', ART13]),
  employeeHigh: datedAmounts('Income at which the employee credit ends', [S, '50000', ART13]),
  raise: datedAmounts('Increase of the employee credit, 25 000 to 35 000', [S, '65', `${ART13} c. 1.1`]),
  raiseFrom: datedAmounts('Income above which the increase is due', [S, '25000', `${ART13} c. 1.1`]),
  raiseTo: datedAmounts('Income up to which the increase is due', [S, '35000', `${ART13} c. 1.1`]),
  further: datedAmounts('Ulteriore detrazione: further credit', [S, '1000', `${L207} c. 6`]),
  furtherFrom: datedAmounts('Income above which the further credit is due', [S, '20000', `${L207} c. 6`]),
  furtherFull: datedAmounts('Income up to which it is due in full', [S, '32000', `${L207} c. 6`]),
  furtherTo: datedAmounts('Income at which it ends', [S, '40000', `${L207} c. 6`]),
  wedgeTo: datedAmounts('Somma integrativa: income up to which it is due', [S, '20000', `${L207} c. 4`]),
  wedge: datedValues<readonly Band[]>(
    'table',
    'Somma integrativa: rate by the employment income of a full year',
    [S, scale(['8500', '7.1'], ['15000', '5.3'], ['', '4.8']), `${L207} c. 4-5; AE circ. 4/E/2025`],
  ),
  integration: datedAmounts('Trattamento integrativo', [S, '1200', DL3]),
  integrationTo: datedAmounts('Income up to which it is due', [S, '15000', DL3]),
  integrationUpper: datedAmounts('Income up to which it is due where credits exceed the tax', [
    S,
    '28000',
    DL3,
  ]),
  integrationOff: datedAmounts('Reduction of the employee credit in its condition', [
    S,
    '75',
    `${L207} c. 3`,
  ]),
  spouseFull: datedAmounts('Spouse credit up to 15 000: fixed part', [S, '800', ART12]),
  spouseFall: datedAmounts('Spouse credit up to 15 000: falling part', [S, '110', ART12]),
  spouseMiddle: datedAmounts('Spouse credit 15 000 to 40 000, falling to 80 000', [S, '690', ART12]),
  spouseExtra: datedValues<readonly { readonly upTo: Minor; readonly amount: Minor }[]>(
    'table',
    'Spouse credit: increase by income above 29 000',
    [
      S,
      [
        { upTo: euro('29000'), amount: 0n },
        { upTo: euro('29200'), amount: euro('10') },
        { upTo: euro('34700'), amount: euro('20') },
        { upTo: euro('35000'), amount: euro('30') },
        { upTo: euro('35100'), amount: euro('20') },
        { upTo: euro('35200'), amount: euro('10') },
      ],
      ART12,
    ],
  ),
  child: datedAmounts('Credit for each dependent child of 21 to 29', [S, '950', `${ART12}, ${L207} c. 11`]),
  childIncome: datedAmounts('Income at which the credit of one child ends', [S, '95000', ART12]),
  childIncomeMore: datedAmounts('Increase of that income for each further child', [S, '15000', ART12]),
  ascendant: datedAmounts('Credit for each dependent ascendant living with the worker', [S, '750', ART12]),
  ascendantIncome: datedAmounts('Income at which it ends', [S, '80000', ART12]),
  severanceTerm: datedAmounts('Off the tax on TFR, for each year of a fixed term of up to two years', [
    S,
    '61.97',
    'TUIR art. 19 c. 1-ter',
  ]),
  severanceTermMonths: datedValues<number>('count', 'Longest fixed term for which it is', [
    S,
    24,
    'TUIR art. 19 c. 1-ter',
  ]),
  severanceFull: datedAmounts('Credit on TFR, reference income up to 7 500', [S, '70', DM2008]),
  severanceFullTo: datedAmounts('Reference income up to which it is', [S, '7500', DM2008]),
  severanceBase: datedAmounts('Credit on TFR above it: fixed part', [S, '50', DM2008]),
  severanceMore: datedAmounts('Credit on TFR above it: part falling to 28 000', [S, '20', DM2008]),
  severanceMoreTo: datedAmounts('Reference income at which the falling part ends', [S, '28000', DM2008]),
  severanceTo: datedAmounts('Reference income at which the credit on TFR ends', [S, '30000', DM2008]),
  municipalAdvance: datedRates('Advance of the municipal surtax, of that of the year before', [
    S,
    '30',
    'D.Lgs. 360/1998 art. 1 c. 4',
  ]),
}
