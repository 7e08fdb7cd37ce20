import { datedRates, type Rate, rate, type Vat, type VatTreatment, valueOn } from '@samen/core/country'

const SINCE = '2014-01-01'

const RATES = {
  standard: datedRates('TVA, taux normal', [SINCE, '20', 'CGI 278']),
  performance: datedRates('TVA on the sale of a show and its tickets', [SINCE, '5.5', 'CGI 278-0 bis F']),
  rights: datedRates('TVA on authors’ and performers’ rights', [SINCE, '10', 'CGI 279 g']),
  newWork: datedRates('TVA on tickets of the first 140 performances of a new work', [
    SINCE,
    '2.10',
    'CGI 281 quater',
  ]),
  overseasStandard: datedRates('TVA in Guadeloupe, Martinique and Réunion, taux normal', [
    SINCE,
    '8.5',
    'CGI 296',
  ]),
  overseasReduced: datedRates('TVA in Guadeloupe, Martinique and Réunion, taux réduit', [
    SINCE,
    '2.10',
    'CGI 296',
  ]),
}

const ZERO: Rate = rate('0')

/**
 * The treatment of a supply. Admission is charged 5.5 %; 2.10 % for the first 140 performances of a new work must be
 * chosen by hand. A show for a business elsewhere in the Union is taxed there like any service (CGI 259); admission is
 * taxed where the show is (CGI 259 A 5° bis). Training is exempt with the administration's certificate, which an office
 * without it says with `exempt: false`.
 */
function treat({ kind, client, on, exempt }: Parameters<Vat['treat']>[0]): VatTreatment {
  const taxed = (code: string, name: keyof typeof RATES, source: string): VatTreatment => ({
    code,
    rate: valueOn(name, RATES[name], on).value,
    category: 'S',
    source,
  })
  if (kind === 'event-admission')
    return taxed('reduced-admission', 'performance', 'CGI 278-0 bis F, 259 A 5° bis')
  if (client === 'union-business')
    return {
      code: 'reverse-charge',
      rate: ZERO,
      category: 'AE',
      mention: 'reverse-charge',
      source: 'CGI 259 1°, 283-2; directive 2006/112/CE art. 44, 196',
    }
  if (client === 'outside-union')
    return {
      code: 'outside-scope',
      rate: ZERO,
      category: 'O',
      mention: 'outside-scope',
      source: 'CGI 259 1°, 259 B',
    }
  switch (kind) {
    case 'training':
      if (exempt === false) return taxed('standard', 'standard', 'CGI 278')
      return {
        code: 'exempt-training',
        rate: ZERO,
        category: 'E',
        mention: 'exempt-training',
        source: 'CGI 261-4-4° a',
      }
    case 'performance':
      return taxed('reduced-performance', 'performance', 'CGI 278-0 bis F')
    case 'copyright':
      return taxed('reduced-rights', 'rights', 'CGI 279 g')
    case 'service':
      return taxed('standard', 'standard', 'CGI 278')
  }
}

export const vat: Vat = Object.freeze({ rates: Object.freeze(RATES), treat })
