import { datedRates, type Rate, rate, type Vat, type VatTreatment, valueOn } from '@samen/core/country'
import { vatReturns } from './vat-return.ts'

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

/** Departments with rates of their own (CGI 296); where VAT does not apply for now (294), nor does the territory count as France. */
const OVERSEAS = new Set(['guadeloupe', 'martinique', 'reunion'])
const WITHOUT_VAT = new Set(['guyane', 'mayotte', 'saint-barthelemy', 'saint-martin'])

/**
 * The treatment of a supply. Admission is charged 5.5 %; 2.10 % for the first 140 performances of a new work must be
 * chosen by hand. A show for a business elsewhere in the Union is taxed there like any service (CGI 259); admission is
 * taxed where the show is (CGI 259 A 5° bis). Training is exempt with the administration's certificate, which an office
 * without it says with `exempt: false`. Work done in Guadeloupe, Martinique or Réunion bears their rates; in Guyane and
 * Mayotte VAT does not apply, and Saint-Barthélemy and Saint-Martin lie outside its territory.
 */
function treat({ kind, client, on, exempt, region = '' }: Parameters<Vat['treat']>[0]): VatTreatment {
  const overseas = OVERSEAS.has(region)
  const taxed = (code: string, name: keyof typeof RATES, source: string): VatTreatment => {
    const own = name === 'standard' ? 'overseasStandard' : 'overseasReduced'
    return {
      code: overseas ? `overseas-${code}` : code,
      rate: overseas ? valueOn(own, RATES[own], on).value : valueOn(name, RATES[name], on).value,
      category: 'S',
      source: overseas ? `CGI 296; ${source}` : source,
    }
  }
  const taxedHere = kind === 'event-admission' || (client !== 'union-business' && client !== 'outside-union')
  if (WITHOUT_VAT.has(region) && taxedHere)
    return {
      code: 'outside-overseas',
      rate: ZERO,
      category: 'O',
      mention: 'outside-overseas',
      source: 'CGI 294',
    }
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
    case 'electronic-service':
      return taxed('standard', 'standard', 'CGI 278')
  }
}

export const vat: Vat = Object.freeze({ rates: Object.freeze(RATES), treat, returns: vatReturns })
