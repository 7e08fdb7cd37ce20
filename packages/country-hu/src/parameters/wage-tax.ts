import { datedAmounts, datedRates, datedValues, euro, type Minor } from '@samen/core/country'
import { START } from './start.ts'

const SZJA = 'Szja tv. (1995. évi CXVII.)'

/** Reduction of the tax base per beneficiary dependant and month, by the number of dependants. */
export interface FamilyAllowance {
  readonly one: Minor
  readonly two: Minor
  readonly more: Minor
}
const family = (one: string, two: string, more: string): FamilyAllowance =>
  Object.freeze({ one: euro(one), two: euro(two), more: euro(more) })

export const WAGE_TAX = {
  wageTaxRate: datedRates('Személyi jövedelemadó: rate of income tax and its advance', [
    START,
    '15',
    `${SZJA} 8. §; NAV_2608.xsd rows 330-331 (sheet d)`,
  ]),
  familyAllowance: datedValues<FamilyAllowance>(
    'table',
    'Családi kedvezmény: reduction of the tax base per beneficiary dependant and month',
    [START, family('66670', '133330', '220000'), `${SZJA} 29/A. §; profitline.hu 467353`],
    [
      '2025-07-01',
      family('100000', '200000', '330000'),
      `${SZJA} 29/A. §; profitline.hu 467353, 479738 (NAV)`,
    ],
    [
      '2026-01-01',
      family('133340', '266660', '440000'),
      `${SZJA} 29/A. §; proab.hu 2026; PwC 2026 (sheet d)`,
    ],
  ),
  illDependantAllowance: datedAmounts(
    'Further family allowance per permanently ill or severely disabled dependant and month',
    [START, '66670', '597/2022. (XII. 28.) Korm. rendelet; NAV Adózási kérdés 2023/2'],
    [
      '2025-07-01',
      '100000',
      `${SZJA} 29/A. §, as raised with the family allowance`,
      'That it rose in 2025 is reported; the amount follows the allowance for one dependant and was not read.',
    ],
    [
      '2026-01-01',
      '133340',
      'fizetesek.com: about 20 000 Ft of tax per child (sheet d)',
      'The worth in tax was read and the reduction derived from it; a public payroll product (accounty, seed of 2026) still keeps 10 000 Ft of tax.',
    ],
  ),
  under25Ceiling: datedAmounts(
    '25 év alatti fiatalok kedvezménye: income of a month free of tax',
    [START, '656785', `${SZJA} 29/F. §; hovege.hu 2025-02-04`],
    ['2026-01-01', '715765', 'nav.gov.hu, 25 év alatti fiatalok kedvezménye: 715 765 Ft, 107 365 Ft of tax'],
  ),
  under30MotherCeiling: datedValues<Minor | 'none'>(
    'amount',
    '30 év alatti anyák kedvezménye: income of a month free of tax',
    [START, euro('656785'), `${SZJA} 29/G. §; richard-gyiko/payroll-calculator @db28a09`],
    [
      '2026-01-01',
      'none',
      '2025. évi XIII. törvény; cscstax.hu 2026-01-12; EY payroll newsletter January 2026',
    ],
  ),
  under30MotherFromBirth: datedValues<boolean>(
    'switch',
    'Whether mothers under 25 may choose the allowance of mothers under 30',
    [
      START,
      false,
      `${SZJA} 29/G. § as in force in 2025`,
      'That it began at 25 is from memory; until 2025 both allowances had one ceiling, so no amount depends on it.',
    ],
    [
      '2026-01-01',
      true,
      '2025. évi XIII. törvény; mandiner.hu 2025-12-19 (NAV): mothers under thirty are wholly free',
      'That a mother under 25 may choose it is inferred from the wording of the announcement.',
    ],
  ),
  threeChildrenMothers: datedValues<boolean>(
    'switch',
    'Három gyermeket nevelő anyák kedvezménye: mothers of three are free of tax',
    [START, false, 'Not before 2025. évi XV. törvény'],
    ['2025-10-01', true, '2025. évi XV. törvény; profitline.hu 479738 (NAV)'],
  ),
  twoChildrenMothersAge: datedValues<number>(
    'count',
    'Két gyermeket nevelő anyák kedvezménye: free who turns this age in the year or later; 0 none, 200 all',
    [START, 0, 'Not before 2025. évi XIV. törvény'],
    ['2026-01-01', 40, '2025. évi XIV. törvény: who turns 40 after 31 December 2025 (adopraxis.hu; EY)'],
    ['2027-01-01', 50, '2025. évi XIV. törvény (cscstax.hu; vg.hu 2026-01-01)'],
    ['2028-01-01', 60, '2025. évi XIV. törvény (cscstax.hu; vg.hu 2026-01-01)'],
    ['2029-01-01', 200, '2025. évi XIV. törvény (cscstax.hu; vg.hu 2026-01-01)'],
  ),
  personalAllowance: datedAmounts(
    'Személyi kedvezmény: a third of the minimum wage, rounded to 100 Ft',
    [START, '96900', `${SZJA} 29/E. §; Deloitte, A minimálbér 2026-os emelésének hatása`],
    ['2026-01-01', '107600', `${SZJA} 29/E. §; Deloitte; cscstax.hu (16 140 Ft of tax)`],
  ),
  firstMarriageAllowance: datedAmounts(
    'Első házasok kedvezménye: reduction a month for both spouses together',
    [START, '33335', `${SZJA} 29/C. §: 5 000 Ft of tax (blikk.hu 2025-10-10)`],
  ),
  firstMarriageMonths: datedValues<number>(
    'count',
    'Months of the allowance, from the month after the wedding',
    [START, 24, `${SZJA} 29/C. §; blikk.hu 2025-10-10, penzcentrum.hu 2022-07-20`],
  ),
  costShare: datedRates('10 százalék költséghányad: flat cost of a mandate', [
    START,
    '10',
    `${SZJA} 17. § (3) b); adozona.hu 2026 (NEXON)`,
  ]),
  costsMost: datedRates('Itemised costs of a mandate allowed in the advance, part of the fee', [
    START,
    '50',
    `${SZJA} 47. §; iriszoffice.hu; hypercortex.hu`,
  ]),
}
