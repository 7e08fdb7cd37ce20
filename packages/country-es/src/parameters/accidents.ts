import { datedValues, percent, type Rate } from '@samen/core/country'

/** Rates of work accidents and diseases of an activity or occupation. */
export interface AccidentRate {
  /** Temporary disability (IT). */
  readonly temporary: Rate
  /** Permanent disability, death and survivors (IMS). */
  readonly permanent: Rate
  readonly total: Rate
}

const rateOf = (temporary: string, permanent: string): AccidentRate => {
  const [it, ims] = [percent(temporary), percent(permanent)]
  const total = Object.freeze({ numerator: it.numerator + ims.numerator, denominator: it.denominator })
  return Object.freeze({ temporary: it, permanent: ims, total })
}

/** LGSS DA 61ª: CNAE-2025 divisions, and the groups and classes that differ from theirs; letters are occupations. `code:IT+IMS`. */
const TARIFF: Readonly<Record<string, AccidentRate>> = Object.freeze(
  Object.fromEntries(
    `01:1.50+1.10 0113:1.00+1.00 0119:1.00+1.00 0129:2.25+2.90 0130:1.15+1.10 014:1.80+1.50 0147:1.25+1.15
     015:1.60+1.20 016:1.60+1.20 0163:1.50+1.15 017:1.80+1.50 02:2.25+2.90 03:3.05+3.35 0322:3.05+3.20 0330:2.25+2.90
     05:2.30+2.90 06:2.30+2.90 07:2.30+2.90 08:2.30+2.90 0811:3.45+3.70 09:2.30+2.90 10:1.60+1.60 101:2.00+1.90
     102:1.80+1.50 106:1.70+1.60 107:1.05+0.90 108:1.05+0.90 11:1.60+1.60 12:1.00+0.80 13:1.00+0.85 1391:0.80+0.70
     14:0.80+0.70 1424:1.50+1.10 15:1.50+1.10 16:2.25+2.90 1624:2.10+2.00 1626:2.10+2.00 1627:2.20+2.70 1628:2.10+2.00
     17:1.00+1.05 171:2.00+1.50 18:1.00+1.00 19:1.45+1.90 20:1.60+1.40 204:1.50+1.20 206:1.50+1.20 21:1.30+1.10
     22:1.75+1.25 23:2.10+2.00 231:1.60+1.50 232:1.60+1.50 2331:1.60+1.50 234:1.60+1.50 237:2.75+3.35 24:2.00+1.85
     25:2.00+1.85 26:1.50+1.10 27:1.60+1.20 279:1.65+1.25 28:2.00+1.85 29:1.60+1.20 30:2.00+1.85 3091:1.60+1.20
     3092:1.60+1.20 31:2.00+1.85 32:1.60+1.20 321:1.00+0.85 322:1.00+0.85 33:2.00+1.85 3313:1.50+1.10 3314:1.60+1.20
     35:1.80+1.50 36:2.10+1.60 37:2.10+1.60 38:2.10+1.60 39:2.10+1.60 41:3.35+3.35 42:3.35+3.35 43:3.35+3.35
     436:1.00+1.05 46:1.40+1.20 4618:1.00+1.05 4623:1.80+1.50 4624:1.80+1.50 4632:1.70+1.45 4638:1.60+1.40
     4671:1.00+1.05 4672:1.00+1.05 4673:1.70+1.20 4682:1.80+1.50 4683:1.80+1.50 4684:1.80+1.55 4687:1.80+1.55
     4689:1.45+1.25 4690:1.80+1.55 47:0.95+0.70 473:1.00+0.85 4781:1.00+1.05 4782:1.00+1.05 4783:1.70+1.20 49:1.80+1.50
     494:2.00+1.70 50:2.00+1.85 51:1.90+1.70 52:1.80+1.50 5221:1.00+1.10 5232:1.00+0.85 53:1.00+0.75 5330:1.00+1.05
     55:0.80+0.70 56:0.80+0.70 58:0.65+1.00 59:0.80+0.70 60:0.80+0.70 6039:0.80+0.85 61:0.80+0.70 62:0.80+0.70
     63:0.65+1.00 64:0.80+0.70 65:0.80+0.70 66:0.80+0.70 68:0.65+1.00 69:0.80+0.70 70:0.80+0.70 71:0.65+1.00
     72:0.80+0.70 73:0.90+0.80 7330:0.80+0.70 74:0.90+0.85 742:0.80+0.70 75:1.50+1.10 77:1.00+1.00 78:1.55+1.20
     781:0.95+1.00 79:0.80+0.70 80:1.40+2.20 81:2.10+1.50 811:1.00+0.85 82:1.00+1.05 8220:0.80+0.70 8292:1.80+1.50
     84:0.65+1.00 842:1.40+2.20 85:0.80+0.70 86:0.80+0.70 869:0.95+0.80 87:0.80+0.70 88:0.80+0.70 90:0.80+0.70
     91:0.80+0.70 914:1.75+1.20 92:0.80+0.70 93:1.70+1.30 94:0.65+1.00 95:1.50+1.10 9524:2.00+1.85 9531:2.45+2.00
     9532:1.70+1.20 9540:1.00+1.05 96:0.85+0.70 9621:0.80+0.70 9622:0.80+0.70 9630:1.80+1.50 9699:1.50+1.10 97:0.80+0.70
     99:1.20+1.15 a:0.80+0.70 b:1.00+1.00 d:3.35+3.35 f:3.35+3.35 g:2.10+1.50 h:1.40+2.20 u:2.85+3.35 x:3.35+3.35`
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [code = '', temporary = '', permanent = ''] = entry.split(/[:+]/)
        return [code, rateOf(temporary, permanent)]
      }),
  ),
)

/** The row of the tariff an activity belongs to: its class, or its group, or its division. */
export function tariffCode(activity: string): string | undefined {
  for (let length = activity.length; length > 0; length--) {
    const code = activity.slice(0, length)
    if (Object.hasOwn(TARIFF, code)) return code
  }
  return undefined
}

export const ACCIDENTS = {
  accidentTariff: datedValues<Readonly<Record<string, AccidentRate>>>(
    'table',
    'Tarifa de primas: work accidents and diseases, employer, by activity or occupation',
    [
      '2025-01-01',
      TARIFF,
      'Ley 42/2006 DA 4ª, in force 2025',
      'The tariff of 2025 followed CNAE-2009; the figures of 2026 were taken for the same divisions.',
    ],
    ['2026-01-01', TARIFF, 'LGSS DA 61ª, as added by RD-ley 3/2026'],
  ),
}
