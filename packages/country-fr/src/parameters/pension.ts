import { datedRates } from '@samen/core/country'
import { START } from './start.ts'

/** Complementary pension (Agirc-Arrco) and what is collected with it. T1 is pay up to the ceiling, T2 from one to eight. */
export const PENSION = {
  pensionT1: datedRates('Agirc-Arrco T1, employer', [START, '4.72', 'ANI du 17 novembre 2017 art. 35-38']),
  pensionT1Employee: datedRates('Agirc-Arrco T1, employee', [
    START,
    '3.15',
    'ANI du 17 novembre 2017 art. 35-38',
  ]),
  pensionT2: datedRates('Agirc-Arrco T2, employer', [START, '12.95', 'ANI du 17 novembre 2017 art. 35-38']),
  pensionT2Employee: datedRates('Agirc-Arrco T2, employee', [
    START,
    '8.64',
    'ANI du 17 novembre 2017 art. 35-38',
  ]),
  ceg1: datedRates('CEG T1, employer', [START, '1.29', 'ANI du 17 novembre 2017 art. 36']),
  ceg1Employee: datedRates('CEG T1, employee', [START, '0.86', 'ANI du 17 novembre 2017 art. 36']),
  ceg2: datedRates('CEG T2, employer', [START, '1.62', 'ANI du 17 novembre 2017 art. 36']),
  ceg2Employee: datedRates('CEG T2, employee', [START, '1.08', 'ANI du 17 novembre 2017 art. 36']),
  cet: datedRates('CET, employer, where pay exceeds the ceiling', [
    START,
    '0.21',
    'ANI du 17 novembre 2017 art. 37',
  ]),
  cetEmployee: datedRates('CET, employee', [START, '0.14', 'ANI du 17 novembre 2017 art. 37']),
  apec: datedRates('APEC, employer, executives', [START, '0.036', 'ANI du 12 juillet 2011']),
  apecEmployee: datedRates('APEC, employee', [START, '0.024', 'ANI du 12 juillet 2011']),
  deathCover: datedRates('Prévoyance décès des cadres, employer', [
    START,
    '1.50',
    'ANI du 17 novembre 2017 (prévoyance des cadres) art. 1',
    'Whether part time lowers its ceiling is read differently; it does not here, as in the official simulator',
  ]),
}
