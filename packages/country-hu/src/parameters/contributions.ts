import { datedAmounts, datedRates, datedValues } from '@samen/core/country'
import { START } from './start.ts'

const XSD = 'NAV_2608.xsd (sheet c)'
const EFO = 'Efo tv. (2010. évi LXXV.) 8. §'
const SZOCHO = 'Szocho tv. (2018. évi LII.)'
const FROM_MEMORY = 'From memory; the article was not read in a second source.'

export const CONTRIBUTIONS = {
  socialSecurity: datedRates('Társadalombiztosítási járulék: contribution of the insured', [
    START,
    '18.5',
    `Tbj. (2019. évi CXXII.) 25. §; ${XSD} rows 626-643`,
  ]),
  socialTax: datedRates('Szociális hozzájárulási adó: tax of the employer or payer', [
    START,
    '13',
    `${SZOCHO} 2. §; ${XSD} row 109`,
  ]),
  minimumBaseShare: datedRates(
    'Járulékfizetési alsó határ: least base of a month, part of the minimum wage',
    [START, '30', 'Tbj. 27. § (2): 87 240 Ft in 2025 (2bkontroll.hu), 96 840 Ft in 2026 (adozona.hu)'],
  ),
  reliefFullMonths: datedValues<number>(
    'count',
    'Munkaerőpiacra lépők kedvezménye: months of the whole relief',
    [START, 12, `${SZOCHO} 11. §; richard-gyiko/payroll-calculator @db28a09`],
  ),
  reliefHalfMonths: datedValues<number>('count', 'Munkaerőpiacra lépők kedvezménye: further months at half', [
    START,
    6,
    `${SZOCHO} 11. §; richard-gyiko/payroll-calculator @db28a09`,
  ]),
  motherReliefFullMonths: datedValues<number>(
    'count',
    'Három vagy több gyermeket nevelő nők kedvezménye: months of the whole relief',
    [START, 36, `${SZOCHO} 12. §`, FROM_MEMORY],
  ),
  motherReliefHalfMonths: datedValues<number>(
    'count',
    'Három vagy több gyermeket nevelő nők kedvezménye: further months at half',
    [START, 24, `${SZOCHO} 12. §`, FROM_MEMORY],
  ),
  reliefHalfShare: datedRates('Part of the social contribution tax that the half reliefs take away', [
    START,
    '50',
    `${SZOCHO} 10. § and 11. §; ${XSD} rows 672-678: 6.5 %`,
  ]),
  ekhoWorker: datedRates('Ekho: charge on the worker', [
    START,
    '15',
    `Ekho tv. (2005. évi CXX.) 4. §; ${XSD} rows 653-655; blikk.hu 2026-03-11`,
  ]),
  ekhoReduced: datedRates('Ekho: charge on pensioners and those insured in another state of the EEA', [
    START,
    '9.5',
    `Ekho tv. 4. §; ${XSD} rows 650 and 652`,
  ]),
  ekhoPayer: datedRates('Ekho: charge on the payer', [START, '13', `Ekho tv. 4. §; ${XSD} row 651`]),
  ekhoPayerReduced: datedValues<boolean>(
    'switch',
    'Whether the payer owes ekho on what pensioners and those insured in another state receive',
    [
      START,
      false,
      `Ekho tv. 4. §; ${XSD} row 651 beside rows 650 and 652`,
      'From memory: no ekho where no social contribution tax would be due; the article was not read.',
    ],
  ),
  ekhoAboveGuaranteed: datedValues<boolean>(
    'switch',
    'Whether ekho begins above the guaranteed minimum where the job asks for a secondary qualification',
    [
      START,
      true,
      'Ekho tv. 3. §',
      'Read for the minimum wage alone (blikk.hu 2026-03-11: above 322 800 Ft); for qualified jobs the dearer reading was chosen.',
    ],
  ),
  ekhoCeiling: datedAmounts('Ekho: receipts of a year up to which it may be chosen', [
    START,
    '60000000',
    'Ekho tv. 3. §; blikk.hu 2026-03-11 (exceptions for sport are not modelled)',
  ]),
  casualRate: datedRates(
    'Alkalmi munka közterhe: part of the minimum wage a day, rounded to 100 Ft',
    [START, '1', `${EFO}; hrportal.hu 2025-01-08 (NAV): 2 900 Ft`],
    ['2025-02-01', '1.5', `${EFO}; iriszoffice.hu 2025: 4 400 Ft; atakacs.hu 2026: 4 800 Ft`],
  ),
  seasonalRate: datedRates(
    'Mezőgazdasági és turisztikai idénymunka közterhe: part of the minimum wage a day, rounded to 100 Ft',
    [START, '0.5', `${EFO}; hrportal.hu 2025-01-08 (NAV): 1 500 Ft`],
    ['2025-02-01', '0.75', `${EFO}; svkik.hu 2025-08-26: 2 200 Ft`],
  ),
  filmExtraRate: datedRates(
    'Filmipari statiszta közterhe: part of the minimum wage a day, rounded to 100 Ft',
    [START, '3', `${EFO}; hrportal.hu 2025-01-08 (NAV): 8 700 Ft`],
  ),
  filmExtraMost: datedRates('Filmipari statiszta: highest net pay of a day, part of the minimum wage', [
    START,
    '12',
    'Efo tv. 1. §; hrportal.hu 2025-01-08 (NAV): 34 900 Ft',
  ]),
  casualFreeGuaranteed: datedValues<boolean>(
    'switch',
    'Whether the free pay of a day follows the guaranteed minimum where the job asks for a secondary qualification',
    [
      START,
      true,
      'Szja tv. 1. sz. melléklet 4.: minimum wage or guaranteed minimum by the day',
      'From memory; 19 305 Ft of the minimum wage was read, 22 308 Ft of the guaranteed minimum was not.',
    ],
  ),
  casualFree: datedRates('Mentesített keretösszeg: free pay of a day, part of the daily minimum wage', [
    START,
    '130',
    `Szja tv. 1. sz. melléklet 4.; atakacs.hu 2026: 19 305 Ft`,
  ]),
}
