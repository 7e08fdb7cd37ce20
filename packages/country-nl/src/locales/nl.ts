import type { Locale } from '@samen/core/country'

const COUNTED =
  'De lonen van het jaar tot nu toe zijn {{wages}}, de maxima van de tijdvakken {{maximum}}; van het laagste telde {{before}} al mee.'

export const nl: Locale = {
  'lines.wage-tax': 'Loonbelasting/premie volksverzekeringen',
  'lines.wage-tax-young-disabled': 'Jonggehandicaptenkorting',
  'lines.wage-tax-special': 'Loonheffing bijzondere beloningen',
  'lines.wage-tax-severance': 'Loonheffing vroegere dienstbetrekking',
  'lines.wage-tax-artist': 'Loonbelasting artiesten',
  'lines.wage-tax-anonymous': 'Loonheffing anoniementarief',
  'lines.unemployment-low': 'AWf-premie laag',
  'lines.unemployment-high': 'AWf-premie hoog',
  'lines.unemployment-revision': 'AWf-premie herzien',
  'lines.disability-low': 'Aof-premie laag',
  'lines.disability-high': 'Aof-premie hoog',
  'lines.childcare': 'Opslag Wet kinderopvang (Wko)',
  'lines.return-to-work': 'Gedifferentieerde premie Werkhervattingskas (Whk)',
  'lines.health-levy': 'Werkgeversheffing Zvw',
  'lines.health-contribution': 'Bijdrage Zvw',
  'lines.pension': 'Pensioenpremie',
  'lines.holiday-allowance': 'Reservering vakantiebijslag',
  'rules.wage-tax':
    'Herleid tot een jaar en afgerond op een regel van de tabel is je loon {{annualWage}}. Daarover is {{before}} loonheffing verschuldigd, min {{generalCredit}} algemene heffingskorting en {{labourCredit}} arbeidskorting: {{annualTax}}. Een van {{periods}} tijdvakken is {{periodTax}}, {{times}} keer, min {{withheld}} die al is ingehouden.',
  'rules.wage-tax-plain':
    'Herleid tot een jaar en afgerond op een regel van de tabel is je loon {{annualWage}}. Zonder loonheffingskorting is daarover {{annualTax}} verschuldigd. Een van {{periods}} tijdvakken is {{periodTax}}, {{times}} keer, min {{withheld}} die al is ingehouden.',
  'rules.wage-tax-pensioner':
    'Herleid tot een jaar en afgerond op een regel van de tabel is je loon {{annualWage}}. Vanaf de AOW-leeftijd is daarover {{before}} verschuldigd, min {{generalCredit}} algemene heffingskorting, {{elderlyCredit}} ouderenkorting en {{labourCredit}} arbeidskorting: {{annualTax}}. Een van {{periods}} tijdvakken is {{periodTax}}, {{times}} keer, min {{withheld}} die al is ingehouden.',
  'rules.wage-tax-above':
    'Je loon ligt boven de tabel. De hoogste regel vraagt {{highest}}, over de {{excess}} daarboven {{rate}}: {{periodTax}} voor een van {{periods}} tijdvakken, {{times}} keer, min {{withheld}} die al is ingehouden. Er blijft geen korting over.',
  'rules.wage-tax-young-disabled':
    'De jonggehandicaptenkorting staat in geen tabel: per tijdvak gaat {{credit}} eraf, ten hoogste de loonheffing zelf; {{withheld}} is al gegeven.',
  'rules.special-reward':
    'Loon naast het tijdvak heeft één percentage, dat volgt uit je jaarloon ({{annualWage}}): het standaardtarief {{standard}} en {{settlement}} ter verrekening van de kortingen.',
  'rules.special-reward-plain':
    'Loon naast het tijdvak heeft één percentage zonder loonheffingskorting, dat volgt uit je jaarloon ({{annualWage}}).',
  'rules.wage-tax-artist':
    'Artiesten met een korte overeenkomst betalen het tarief van de eerste schijf over hun gage, zonder kortingen; kleine vergoeding en kostenvergoedingsbeschikking gaan er eerst af.',
  'rules.wage-tax-artist-abroad':
    'Artiesten die in het buitenland wonen betalen één vast tarief over hun gage; kleine vergoeding en kostenvergoedingsbeschikking gaan er eerst af.',
  'rules.wage-tax-artist-treaty':
    'Artiesten die in een verdragsland wonen betalen geen Nederlandse loonbelasting over hun gage.',
  'rules.wage-tax-anonymous':
    'Je identiteit, burgerservicenummer of adres staat niet vast: het hoogste tarief wordt ingehouden, zonder kortingen.',
  'rules.unemployment-low': `Lage premie: een schriftelijk contract voor onbepaalde tijd met vaste uren, een bbl-opleiding of een kleine baan onder 21 jaar. ${COUNTED}`,
  'rules.unemployment-high': `Hoge premie: elk contract dat niet schriftelijk, voor onbepaalde tijd en met vaste uren is. ${COUNTED}`,
  'rules.unemployment-revision':
    'Het contract eindigde te vroeg voor de lage premie: over de lonen van het jaar geldt alsnog de hoge, {{high}} in plaats van {{low}}.',
  'rules.disability-low': `Lage premie van kleine werkgevers. ${COUNTED}`,
  'rules.disability-high': `Hoge premie van middelgrote en grote werkgevers. ${COUNTED}`,
  'rules.childcare': `Betaalt mee aan kinderopvang, over de grondslag van de Aof-premie. ${COUNTED}`,
  'rules.return-to-work': `De eigen premie van de werkgever of die van zijn sector voor WGA en Ziektewet. ${COUNTED}`,
  'rules.return-to-work-recovered': `De premie van de werkgever voor WGA en Ziektewet is {{premium}}; de helft van het WGA-deel ({{disability}}) wordt op het nettoloon verhaald. ${COUNTED}`,
  'rules.health-levy': `De werkgever betaalt je inkomensafhankelijke bijdrage voor de zorg. ${COUNTED}`,
  'rules.health-contribution': `Je inkomensafhankelijke bijdrage voor de zorg wordt ingehouden. ${COUNTED}`,
  'rules.pension': 'De pensioenpremie van beide kanten; je eigen deel gaat eraf vóór loonheffing en premies.',
  'rules.holiday-allowance': 'Vakantiebijslag die je met dit loon opbouwt; die wordt later uitbetaald.',
  'rules.wage': 'Het loon dat voor het werk is afgesproken.',
  'rules.fee': 'De gage van een artiest, alles inbegrepen.',
  'rules.small-allowance':
    'Deel van de gage zonder loonbelasting en premies, ten hoogste 163 euro per optreden.',
  'rules.cost-decision': 'Deel van de gage dat de Belastingdienst voor kosten vrijlaat.',
  'rules.holiday-allowance-paid': 'Vakantiebijslag van 8 % van het loon.',
  'rules.one-off': 'Loon naast het gewone loon.',
  'rules.severance': 'Loon uit een dienstbetrekking die is geëindigd.',
  'earnings.wage': 'Loon',
  'earnings.fee': 'Gage',
  'earnings.small-allowance': 'Kleine vergoeding (KVR)',
  'earnings.cost-decision': 'Kostenvergoedingsbeschikking',
  'earnings.holiday-allowance': 'Vakantiebijslag',
  'earnings.one-off': 'Bijzondere beloning',
  'earnings.severance': 'Loon uit vroegere dienstbetrekking',
  'figures.premium-wage': 'Premieloon werknemersverzekeringen',
  'figures.labour-credit': 'Verrekende arbeidskorting',
  'figures.minimum-wage': 'Minimumloon voor de betaalde uren',
  'figures.minimum-wage-shortfall': 'Tekort tot het minimumloon',
  'holidays.new-year': 'Nieuwjaarsdag',
  'holidays.easter-monday': 'Tweede paasdag',
  'holidays.kings-day': 'Koningsdag',
  'holidays.liberation-day': 'Bevrijdingsdag',
  'holidays.ascension': 'Hemelvaartsdag',
  'holidays.whit-monday': 'Tweede pinksterdag',
  'holidays.christmas': 'Eerste kerstdag',
  'holidays.boxing-day': 'Tweede kerstdag',
  'authorities.belastingdienst': 'Belastingdienst: loonheffing',
  'authorities.belastingdienst-premiums': 'Belastingdienst: werknemersverzekeringen en Zvw',
  'authorities.holiday-allowance': 'Nog te betalen vakantiebijslag',
  'authorities.pension-fund': 'Pensioenuitvoerder',
  'vat.reverse-charge': 'Btw verlegd',
  'vat.outside-scope': 'Niet belast met Nederlandse btw, art. 6 Wet OB 1968',
  'vat.exempt-copyright': 'Vrijgesteld van btw, art. 11 lid 1 onderdeel q Wet OB 1968',
  'vat.exempt-training': 'Vrijgesteld van btw, art. 11 lid 1 onderdeel o Wet OB 1968',
}
