import type { Locale } from '@samen/core/country'

export const sv: Locale = {
  'lines.old-age-pension': 'Ålderspensionsavgift',
  'lines.survivors-pension': 'Efterlevandepensionsavgift',
  'lines.sickness-insurance': 'Sjukförsäkringsavgift',
  'lines.work-injury': 'Arbetsskadeavgift',
  'lines.parental-insurance': 'Föräldraförsäkringsavgift',
  'lines.labour-market': 'Arbetsmarknadsavgift',
  'lines.general-payroll-tax': 'Allmän löneavgift',
  'lines.youth-reduction': 'Nedsättning för unga',
  'lines.occupational-pension': 'Tjänstepensionspremie',
  'lines.pension-payroll-tax': 'Särskild löneskatt på pensionskostnader',
  'lines.holiday-provision': 'Avsatt semesterersättning',
  'lines.holiday-contributions': 'Arbetsgivaravgifter på avsatt semesterersättning',
  'lines.wage-tax': 'Preliminärskatt',
  'lines.wage-tax-one-off': 'Preliminärskatt på engångsbelopp',
  'lines.wage-tax-sink': 'Särskild inkomstskatt för utomlands bosatta (SINK)',
  'lines.wage-tax-a-sink': 'Särskild inkomstskatt för utomlands bosatta artister (A-SINK)',
  'rules.contribution':
    'Arbetsgivaren betalar denna andel av din lön till socialförsäkringen. Andelarna avrundas så att de tillsammans är exakt hela procentsatsen.',
  'rules.general-payroll-tax':
    'En skatt på löner som tas ut tillsammans med socialavgifterna. Andelarna avrundas så att de tillsammans är exakt hela procentsatsen.',
  'rules.pension-only': 'Vid din ålder betalas bara ålderspensionsavgiften; alla andra avgifter faller bort.',
  'rules.youth-reduction':
    'Du hade fyllt 18 men inte 23 år vid årets ingång: på högst {{ceiling}} i månaden, här {{low}}, är avgifterna {{reduced}} i stället för {{whole}}.',
  'rules.occupational-pension': 'Premien som arbetsgivaren betalar till din tjänstepension.',
  'rules.pension-payroll-tax': 'Arbetsgivaren betalar denna skatt på det som betalas till din pension.',
  'rules.holiday-provision': 'För varje lön tjänas semesterersättning in; den sätts av tills den betalas ut.',
  'rules.holiday-contributions': 'Avgifterna som ska betalas när semesterersättningen betalas ut.',
  'rules.table':
    'Skattetabell {{table}}, kolumn {{column}}: från {{from}} till {{to}} i månaden är skatten {{tax}}. Det är en tolftedel, avrundad nedåt, av skatten på {{year}} om året: {{yearlyTax}}.',
  'rules.table-month':
    'All lön under månaden är tillsammans {{month}}. Skattetabell {{table}}, kolumn {{column}}: från {{from}} till {{to}} är skatten {{tax}}, en tolftedel, avrundad nedåt, av skatten på {{year}} om året: {{yearlyTax}}. {{before}} har redan dragits.',
  'rules.table-undecided':
    'Det finns inget skattebeslut ännu, så {{undecided}} av tabellbeloppet dras. All lön under månaden är tillsammans {{month}}; tabell {{table}}, kolumn {{column}}, från {{from}} till {{to}}: {{tax}}, en tolftedel, avrundad nedåt, av skatten på {{year}} om året: {{yearlyTax}}. {{before}} har redan dragits.',
  'rules.table-percent':
    'All lön under månaden är tillsammans {{month}}. På den nivån är skatten enligt tabell {{table}}, kolumn {{column}} {{rate}} av den i hela kronor: {{tax}}. {{before}} har redan dragits.',
  'rules.table-percent-undecided':
    'Det finns inget skattebeslut ännu, så {{undecided}} av tabellbeloppet dras. All lön under månaden är tillsammans {{month}}; på den nivån är skatten enligt tabell {{table}}, kolumn {{column}} {{rate}} av den: {{tax}}. {{before}} har redan dragits.',
  'rules.side-income':
    'En annan arbetsgivare betalar största delen av din inkomst, så här dras en fast andel. Öretal faller bort.',
  'rules.adjusted-rate':
    'Skatteverket har beslutat denna procentsats för dig (jämkning). Öretal faller bort.',
  'rules.adjusted-amount':
    'Skatteverket har beslutat ett belopp i månaden för dig (jämkning): {{amount}}, varav {{before}} redan har dragits.',
  'rules.sink':
    'Du bor utomlands och betalar, enligt beslut från Skatteverket, en slutlig skatt på lönen här. Öretal faller bort.',
  'rules.a-sink':
    'Artister som bor utomlands betalar en slutlig skatt på sin ersättning här. Öretal faller bort.',
  'rules.one-off':
    'Engångsbelopp har en procentsats som följer av din beräknade årslön med detta belopp, {{yearly}}: enligt kolumn {{column}} {{rate}}. Öretal faller bort.',
  'rules.one-off-irregular':
    'Utan regelbunden lön har ett engångsbelopp en fast procentsats. Öretal faller bort.',
  'rules.wage': 'Lönen som avtalats för arbetet.',
  'rules.one-off-pay': 'Ersättning vid sidan av den vanliga lönen.',
  'rules.holiday-included':
    'Semesterersättning med 12 % av lönen, utbetald med den eftersom ingen betald semester tas ut.',
  'rules.holiday-paid': 'Semesterersättning som betalas när anställningen slutar.',
  'earnings.wage': 'Lön',
  'earnings.one-off': 'Engångsbelopp',
  'earnings.holiday-compensation': 'Semesterersättning',
  'figures.contribution-base': 'Underlag för arbetsgivaravgifter',
  'figures.below-threshold': 'Avgiftsfritt så länge årets ersättning är under 1 000 kronor',
  'figures.earlier-pay-charged':
    'Varav tidigare ersättning under året, avgiftsfri tills den nådde 1 000 kronor',
  'holidays.new-year': 'Nyårsdagen',
  'holidays.epiphany': 'Trettondedag jul',
  'holidays.good-friday': 'Långfredagen',
  'holidays.easter-sunday': 'Påskdagen',
  'holidays.easter-monday': 'Annandag påsk',
  'holidays.labour-day': 'Första maj',
  'holidays.ascension': 'Kristi himmelsfärdsdag',
  'holidays.whit-sunday': 'Pingstdagen',
  'holidays.national-day': 'Sveriges nationaldag',
  'holidays.midsummer-eve': 'Midsommarafton',
  'holidays.midsummer-day': 'Midsommardagen',
  'holidays.all-saints': 'Alla helgons dag',
  'holidays.christmas-eve': 'Julafton',
  'holidays.christmas': 'Juldagen',
  'holidays.boxing-day': 'Annandag jul',
  'holidays.new-year-eve': 'Nyårsafton',
  'authorities.skatteverket-contributions': 'Skatteverket: arbetsgivaravgifter',
  'authorities.skatteverket-tax': 'Skatteverket: preliminärskatt',
  'authorities.skatteverket-pension-tax': 'Skatteverket: särskild löneskatt på pensionskostnader',
  'authorities.pension-insurer': 'Tjänstepensionsförsäkring',
  'authorities.holiday-pay': 'Semesterersättning att betala ut',
  'authorities.holiday-contributions': 'Arbetsgivaravgifter på semesterersättning att betala ut',
  'vat.reverse-charge': 'Omvänd betalningsskyldighet / reverse charge: köparen betalar momsen',
  'vat.outside-scope': 'Ej svensk moms: tjänsten tillhandahålls utanför EU',
  'vat.exempt-training': 'Undantaget från moms: utbildning, mervärdesskattelagen 10 kap.',
}
