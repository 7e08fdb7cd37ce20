import type { Authority, Chart } from '@samen/core/country'

/**
 * Accounts of the Hungarian frame for each role. The Act (2000. évi C. törvény 160. §) prescribes the classes and what stands
 * in them; the numbers within are the office's own and follow common practice here. What is owed to members and funds stands
 * among the other short-term liabilities (479), not in equity.
 */
export const chart: Chart = [
  { role: 'bank', number: '384', name: 'Elszámolási betétszámla' },
  { role: 'client-receivable', number: '311', name: 'Belföldi követelések (vevők)' },
  { role: 'unmatched-receipts', number: '4793', name: 'Azonosítás alatt álló befizetések' },
  { role: 'vat-relief', number: '3686', name: 'Behajthatatlan követelések visszaigényelhető áfája' },
  { role: 'worker-claim', number: '361', name: 'Munkavállalókkal szembeni követelések' },
  { role: 'activity-budget', number: '4794', name: 'Tagok tevékenységi keretei' },
  { role: 'net-payable', number: '471', name: 'Jövedelemelszámolási számla' },
  { role: 'vat-payable', number: '468', name: 'Általános forgalmi adó elszámolási számla' },
  { role: 'wage-provisions', number: '421', name: 'Céltartalék a várható kötelezettségekre' },
  { role: 'fund-available', number: '4795', name: 'Közös alapok, szabad' },
  { role: 'fund-advanced', number: '4796', name: 'Közös alapok, megelőlegezett' },
  { role: 'mutual-reductions', number: '4797', name: 'Közös járulékkedvezmények' },
  { role: 'turnover', number: '911', name: 'Belföldi értékesítés árbevétele' },
  { role: 'gross-wages', number: '541', name: 'Bérköltség' },
  { role: 'employer-contributions', number: '561', name: 'Szociális hozzájárulási adó' },
  { role: 'budget-change', number: '8692', name: 'Tevékenységi keretek és közös alapok változása' },
  { role: 'uncovered-loss', number: '8691', name: 'Behajthatatlan követelések leírt összege' },
  { role: 'vat-deductible', number: '466', name: 'Előzetesen felszámított általános forgalmi adó' },
  { role: 'activity-loan', number: '3688', name: 'Tevékenységeknek nyújtott kölcsönök' },
  { role: 'participation', number: '171', name: 'Tartós részesedés kapcsolt vállalkozásban' },
  { role: 'fixed-assets', number: '143', name: 'Irodai, igazgatási berendezések és felszerelések' },
  {
    role: 'accumulated-depreciation',
    number: '149',
    name: 'Egyéb berendezések terv szerinti értékcsökkenése',
  },
  { role: 'accrued-income', number: '391', name: 'Bevételek aktív időbeli elhatárolása' },
  { role: 'intercompany', number: '3687', name: 'Elszámolások a csoport irodáival' },
  { role: 'supplier-payable', number: '454', name: 'Szállítók' },
  { role: 'client-deposits', number: '453', name: 'Vevőktől kapott előlegek' },
  { role: 'accrued-expenses', number: '482', name: 'Költségek, ráfordítások passzív időbeli elhatárolása' },
  { role: 'share-capital', number: '411', name: 'Jegyzett tőke: a tagok részjegyei' },
  { role: 'reserves', number: '414', name: 'Lekötött tartalék' },
  { role: 'earlier-results', number: '413', name: 'Eredménytartalék' },
  { role: 'intercompany-income', number: '9691', name: 'Bevételek a csoport irodáitól' },
  { role: 'other-income', number: '9699', name: 'Különféle egyéb bevételek' },
  { role: 'interest-income', number: '974', name: 'Egyéb kapott kamatok' },
  { role: 'exchange-gain', number: '976', name: 'Átváltáskori, értékeléskori árfolyamnyereségek' },
  { role: 'purchases', number: '529', name: 'Egyéb igénybe vett szolgáltatások' },
  { role: 'depreciation', number: '571', name: 'Terv szerinti értékcsökkenési leírás' },
  { role: 'intercompany-expense', number: '8693', name: 'Ráfordítások a csoport irodái felé' },
  { role: 'other-expenses', number: '8699', name: 'Különféle egyéb ráfordítások' },
  { role: 'interest-expense', number: '8721', name: 'Fizetendő kamatok' },
  { role: 'exchange-loss', number: '876', name: 'Átváltáskori, értékeléskori árfolyamveszteségek' },
]

export const authorities: readonly Authority[] = [
  { code: 'nav-szja', name: 'NAV: személyi jövedelemadó', number: '462', kind: 'tax' },
  { code: 'nav-tb', name: 'NAV: társadalombiztosítási járulék', number: '4731', kind: 'social' },
  { code: 'nav-szocho', name: 'NAV: szociális hozzájárulási adó', number: '4732', kind: 'social' },
  {
    code: 'nav-ekho',
    name: 'NAV: egyszerűsített közteherviselési hozzájárulás',
    number: '4733',
    kind: 'social',
  },
  { code: 'nav-efo', name: 'NAV: egyszerűsített foglalkoztatás közterhe', number: '4734', kind: 'social' },
]
