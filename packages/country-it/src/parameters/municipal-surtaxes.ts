import { datedValues, euro, percent } from '@samen/core/country'
import { type Band, scale } from './income-tax.ts'
import type { SurtaxRule } from './regional-surtaxes.ts'

/** Surtax rules by cadastral code, such as F205 for Milan. */
export type MunicipalSurtaxes = Readonly<Record<string, SurtaxRule>>

/** A row whose words are not understood; its town’s bands are to be stated by hand. */
export interface UnreadTown {
  readonly code: string
  readonly town: string
  readonly band: string
}

/**
 * Reads rows of the table the Ministry of Finance publishes each year (« Add_comunale_irpef », semicolons):
 * code; town; province; number; day of deliberation; day of publication; notes; several rates; then twelve pairs of rate and
 * band; flag; exempt amount. `0*` stands for no deliberation of that year and is skipped. Bands are free text: a row with
 * words that do not say one rule for every worker, such as an exemption of pensioners, is returned as unread, not guessed.
 */
export function readMunicipalSurtaxes(csv: string): {
  readonly rules: MunicipalSurtaxes
  readonly unread: readonly UnreadTown[]
} {
  const rules: Record<string, SurtaxRule> = {}
  const unread: UnreadTown[] = []
  for (const line of csv.split('\n')) {
    const cells = line.trim().split(';')
    const [code = '', town = ''] = cells
    if (!/^[A-Z]\d{3}$/.test(code) || cells[8] === '0*') continue
    const rule = ruleOf(cells)
    if (typeof rule === 'string') unread.push({ code, town, band: rule })
    else rules[code] = rule
  }
  return { rules, unread }
}

const PAIRS_FROM = 8
const PAIRS_TO = 32
const AMOUNT = /\d[\d.]*(?:,\d+)?/g

/** The rule of a row, or the band that is not understood. */
function ruleOf(cells: readonly string[]): SurtaxRule | string {
  const bands: Band[] = []
  let exempt = cells[33] || '0'
  for (let at = PAIRS_FROM; at < PAIRS_TO; at += 2) {
    const given = cells[at + 1] ?? ''
    const band = given.toLowerCase().replace(/\s+/g, ' ').trim()
    if (band === '') continue
    const rate = percent(decimal(cells[at] ?? ''))
    const amounts = band.match(AMOUNT) ?? []
    const last = amounts.at(-1)
    if (band === 'aliquota unica') bands.push({ rate })
    else if (/^esenzione per redditi (imponibili )?fino a (euro )?[\d.,]+$/.test(band) && last) exempt = last
    else if (!/^applicabile a (scaglion[ei] di reddito |redditi )?(fino|da|oltre)\b/.test(band) || !last)
      return given
    else if (amounts.length === 2 || (amounts.length === 1 && band.includes('fino a')))
      bands.push({ upTo: euro(decimal(last)), rate })
    else if (amounts.length === 1) bands.push({ rate })
    else return given
  }
  // The parts must be a scale: ascending, and open at the end.
  const ends = bands.map(({ upTo }) => upTo)
  const isScale = ends.every((end, at) =>
    at === ends.length - 1 ? end === undefined : end !== undefined && end > (ends[at - 1] ?? 0n),
  )
  if (bands.length === 0 || !isScale) return cells[PAIRS_FROM + 1] ?? ''
  const exemptUpTo = euro(decimal(exempt))
  return exemptUpTo > 0n ? { bands, exemptUpTo } : { bands }
}

/** Rows of this file, which must all be understood. */
function readAll(csv: string): MunicipalSurtaxes {
  const { rules, unread } = readMunicipalSurtaxes(csv)
  if (unread[0]) throw new RangeError(`${unread[0].town}: the band "${unread[0].band}" is not understood`)
  return rules
}

/** Italian numbers: points between thousands, a comma before decimals, at times without a zero before it. */
const decimal = (text: string): string => text.replace(/\./g, '').replace(/^,/, '0,').replace(',', '.')

const ONE = ';'.repeat(23)
const TOWNS = `
F205;MILANO;MI;46;28/09/2020;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 23.000,00;,8;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;23000
H501;ROMA;RM;186;19/12/2024;24/01/2025;MODIFICA;SI;0;Esenzione per redditi imponibili fino a euro 14.000,00;,9;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;14000
L219;TORINO;TO;195;29/03/2022;20/12/2025;CONFERMA;SI;0,8;Applicabile a scaglione di reddito fino a euro 15.000,00;,8;Applicabile a scaglione di reddito da euro 15.000,01 fino a euro 28.000,00;1,1;Applicabile a scaglione di reddito da euro 28.000,01 fino a euro 50.000,00;1,2;Applicabile a scaglione di reddito oltre euro 50.000,00;0;Esenzione per redditi imponibili fino a euro 11.790,00;;;;;;;;;;;;;;;0;0
F839;NAPOLI;NA;143;29/12/2023;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 12.000,00;1;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;12000
A944;BOLOGNA;BO;354/2016;22/12/2016;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 15.000,00;,8;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;15000
D612;FIRENZE;FI;47;28/07/2014;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 25.000,00;,2;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;25000
L736;VENEZIA;VE;67;20/12/2023;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 10.000,00;,8;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;10000
D969;GENOVA;GE;55;19/12/2024;28/10/2025;MODIFICA;SI;0;Esenzione per redditi imponibili fino a euro 14.000,00;1;Applicabile a scaglione di reddito fino a euro 28.000,00;1,1;Applicabile a scaglione di reddito da euro 28.000,01 fino a euro 50.000,00;1,2;Applicabile a scaglione di reddito oltre euro 50.000,00;;;;;;;;;;;;;;;;;4;14000
A662;BARI;BA;42;31/07/2012;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 15.000,00;,8;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;15000
L781;VERONA;VR;9;02/02/2023;20/12/2025;CONFERMA;SI;0;Esenzione per redditi imponibili fino a euro 12.000,00;,8;Aliquota unica;;;;;;;;;;;;;;;;;;;;;2;12000`

const PALERMO_2025 = `
G273;PALERMO;PA;6;25/02/2025;22/05/2025;MODIFICA;NO;1,014;Aliquota unica${ONE}1;0`
const PALERMO_2026 = `
G273;PALERMO;PA;137;15/04/2026;22/07/2026;MODIFICA;NO;1,03;Aliquota unica${ONE}1;0`

const one = (rate: string, exempt?: string): SurtaxRule =>
  exempt === undefined ? { bands: scale(['', rate]) } : { bands: scale(['', rate]), exemptUpTo: euro(exempt) }
const four = (a: string, b: string, c: string, d: string, exempt: string): SurtaxRule => ({
  bands: scale(['15000', a], ['28000', b], ['50000', c], ['', d]),
  exemptUpTo: euro(exempt),
})

/** The other regional capitals and larger towns; none decided anew for 2026. */
const MORE: MunicipalSurtaxes = {
  L424: one('0.8', '12500'), // Trieste
  A271: one('0.8'), // Ancona
  A326: one('0.5', '9999.99'), // Aosta
  A345: one('0.6', '15000'), // L’Aquila
  A794: one('0.8'), // Bergamo
  A952: one('0'), // Bolzano
  B157: one('0.8', '13000'), // Brescia
  B354: four('0.66', '0.72', '0.78', '0.8', '10000'), // Cagliari
  B519: one('0.8'), // Campobasso
  C352: one('0.8'), // Catanzaro
  F257: one('0.8', '15000'), // Modena
  G337: one('0.8', '12000'), // Parma
  G478: one('0.8', '12500'), // Perugia
  G942: { bands: scale(['50000', '0.8'], ['', '1']) }, // Potenza
  H294: four('0.5', '0.6', '0.7', '0.8', '16000'), // Rimini
  L378: one('0'), // Trento
  L483: four('0.6', '0.6', '0.7', '0.8', '15000'), // Udine
}

const MEF = 'MEF, tabella delle addizionali comunali (Add_comunale_irpef)'

export const municipalSurtaxes = datedValues<MunicipalSurtaxes>(
  'table',
  'Addizionale comunale: surtax of the towns where the cooperative has workers, by cadastral code',
  [
    '2025-01-01',
    { ...MORE, ...readAll(TOWNS + PALERMO_2025) },
    `${MEF} 2025, in part as collected by teodea/jethr-task @ bbdfcc0`,
  ],
  [
    '2026-01-01',
    { ...MORE, ...readAll(TOWNS + PALERMO_2026) },
    `${MEF} 2026; without a deliberation of 2026 that of 2025 (L. 296/2006 art. 1 c. 169)`,
  ],
)

/** Whether a cadastral code is in the table of every year. */
export const isKnownTown = (code: string): boolean =>
  municipalSurtaxes.series.every(({ value }) => Object.hasOwn(value, code))
