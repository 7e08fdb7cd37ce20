import type { Locale } from '@samen/core/country'

export const nl: Locale = {
  'lines.social-security': 'Persoonlijke RSZ-bijdrage',
  'lines.work-bonus-a': 'Werkbonus, luik A',
  'lines.work-bonus-b': 'Werkbonus, luik B',
  'lines.special-contribution': 'Bijzondere bijdrage sociale zekerheid',
  'lines.wage-tax': 'Bedrijfsvoorheffing (sleutelformule)',
  'lines.wage-tax-bonus': 'Fiscale werkbonus',
  'lines.wage-tax-artist': 'Bedrijfsvoorheffing van kunstenaars (vast tarief)',
  'lines.wage-tax-exceptional': 'Bedrijfsvoorheffing op exceptionele vergoeding',
  'lines.holiday-contribution': 'Bijdrage op dubbel vakantiegeld',
  'lines.group-insurance': 'Eigen premie groepsverzekering',
  'lines.social-security-employer': 'Werkgeversbijdrage met loonmatiging',
  'lines.closure-fund': 'Sluitingsfonds, basisbijdrage',
  'lines.closure-fund-special': 'Sluitingsfonds, bijzondere bijdrage',
  'lines.risk-groups': 'Risicogroepen',
  'lines.temporary-unemployment': 'Tijdelijke werkloosheid en oudere werklozen',
  'lines.work-accidents-special': 'Arbeidsongevallen, bijzondere bijdrage',
  'lines.unemployment': 'Werkloosheid, 1,60 % met loonmatiging',
  'lines.asbestos-fund': 'Asbestfonds',
  'lines.sector-fund-200': 'Sociaal fonds PC 200',
  'lines.annual-holidays': 'Jaarlijkse vakantie, kwartaaldeel',
  'lines.annual-holidays-debit': 'Jaarlijkse vakantie, jaarlijks debetbericht',
  'lines.exit-holiday-pay': 'Vertrekvakantiegeld, provisie',
  'lines.work-accident-insurance': 'Arbeidsongevallenverzekering',
  'lines.structural-reduction': 'Structurele vermindering',
  'lines.student-contribution': 'Solidariteitsbijdrage van studenten',
  'lines.student-contribution-employer': 'Solidariteitsbijdrage van studenten, werkgever',
  'lines.asbestos-fund-students': 'Asbestfonds, studenten',
  'lines.flexi-contribution': 'Bijzondere bijdrage op het flexiloon',
  'lines.amateur-contribution': 'Bijdrage op amateurkunstenvergoedingen',
  'rules.social-security':
    'Elke bediende betaalt dit deel van het brutoloon aan de sociale zekerheid (werknemerskengetal {{workerCode}}).',
  'rules.social-security-108':
    'Arbeiders en kunstenaars betalen dit deel van 108 % van het brutoloon, omdat hun vakantiegeld uit een aparte kas komt (werknemerskengetal {{workerCode}}).',
  'rules.work-bonus-a':
    'Een laag loon draagt minder bij. Omgerekend naar een volledige maand verdient u {{reference}}; tot {{floor}} is de bonus {{maximum}}, daarboven daalt hij met {{slope}} van het verschil en eindigt bij {{top}}. Voor het gewerkte deel van de maand ({{fraction}}) is dat {{month}}, waarvan {{before}} al toegekend.',
  'rules.work-bonus-b':
    'Een zeer laag loon draagt nog minder bij. Omgerekend naar een volledige maand verdient u {{reference}}; tot {{floor}} is de bonus {{maximum}}, daarboven daalt hij met {{slope}} van het verschil en eindigt bij {{top}}. Voor het gewerkte deel van de maand ({{fraction}}) is dat {{month}}, waarvan {{before}} al toegekend.',
  'rules.special-contribution-month':
    'Een voorschot volgens uw loon van de maand tot nu, {{wages}}, en uw gezin: {{due}} in totaal, waarvan {{before}} al ingehouden.',
  'rules.special-contribution-quarter':
    'Afrekening volgens uw loon van het kwartaal tot nu, {{wages}}, en uw gezin: {{due}} in totaal, waarvan {{before}} al ingehouden.',
  'rules.wage-tax-alone':
    'Belastbaar deze maand {{taxable}}, per jaar {{annual}}; min kosten {{costs}} blijft {{net}}. De schaal vraagt {{scaleTax}} per jaar na de belastingvrije som; uw gezin neemt {{reductions}} weg. Per maand {{monthly}}, min {{premiumRelief}} voor groepsverzekering en {{before}} al ingehouden.',
  'rules.wage-tax-quotient':
    'Belastbaar deze maand {{taxable}}, per jaar {{annual}}; min kosten {{costs}} blijft {{net}}. Een deel telt als inkomen van uw partner en beide belastingvrije sommen gelden: {{scaleTax}} per jaar; uw gezin neemt {{reductions}} weg. Per maand {{monthly}}, min {{premiumRelief}} voor groepsverzekering en {{before}} al ingehouden.',
  'rules.wage-tax-non-resident':
    'Belastbaar deze maand {{taxable}}, per jaar {{annual}}; min kosten {{costs}} blijft {{net}}. Een niet-inwoner die hier niet het hele jaar voor ten minste 75 % van een voltijdse baan werkt, heeft geen belastingvrije som en geen gezinsvermindering: {{scaleTax}} per jaar, {{monthly}} per maand, min {{premiumRelief}} voor groepsverzekering en {{before}} al ingehouden.',
  'rules.wage-tax-piece-work':
    'Voor stukwerk wordt ten minste {{rate}} van {{taxable}} ingehouden: {{minimum}}, waarvan {{before}} al ingehouden.',
  'rules.wage-tax-bonus':
    'Een deel van de werkbonus gaat ook van de belasting af: {{rateA}} van {{bonusA}} en {{rateB}} van {{bonusB}}, ten hoogste de belasting zelf: {{relief}}, waarvan {{before}} al afgetrokken.',
  'rules.wage-tax-artist':
    'Een kunstenaar die bij de ene onderneming na de andere werkt, betaalt één vast tarief op zijn belastbaar loon.',
  'rules.wage-tax-artist-voluntary': 'U vroeg een hoger tarief dan het vaste tarief voor kunstenaars.',
  'rules.wage-tax-exceptional':
    'Een exceptionele vergoeding heeft één tarief, dat volgt uit uw normale jaarbezoldiging ({{annual}}): {{rate}} van {{taxable}}. Door uw kinderen is {{exempt}} vrijgesteld, en van de belasting op de rest blijft {{kept}}.',
  'rules.wage-tax-holiday':
    'Vakantiegeld heeft één tarief, dat volgt uit uw normale jaarbezoldiging ({{annual}}): {{rate}} van {{taxable}}. Door uw kinderen is {{exempt}} vrijgesteld, en van de belasting op de rest blijft {{kept}}.',
  'rules.holiday-contribution':
    'Dubbel vakantiegeld is 92 % van een maand; de bijdrage is verschuldigd op 85 van die 92 delen.',
  'rules.holiday-contribution-exit':
    'Van het vertrekvakantiegeld (15,34 %) draagt het wettelijke dubbele deel (6,80 %) deze bijdrage.',
  'rules.group-insurance': 'Uw eigen premie van de groepsverzekering.',
  'rules.social-security-employer':
    'De basisbijdrage van de werkgever en de loonmatiging, tot een plafond per kwartaal.',
  'rules.closure-fund': 'Betaalt werknemers als een onderneming sluit; het tarief verandert elk jaar.',
  'rules.closure-fund-special': 'Betaalt tijdelijke werkloosheid; het tarief verandert elk jaar.',
  'rules.risk-groups': 'Betaalt opleiding en werk van risicogroepen.',
  'rules.temporary-unemployment': 'Betaalt tijdelijke werkloosheid en oudere werklozen.',
  'rules.work-accidents-special': 'Bijzondere bijdrage voor arbeidsongevallen.',
  'rules.unemployment': 'Verschuldigd door werkgevers met tien werknemers of meer.',
  'rules.asbestos-fund': 'Vergoedt slachtoffers van asbest; alleen in sommige kwartalen verschuldigd.',
  'rules.sector-fund-200': 'Sociaal fonds van het paritair comité voor bedienden.',
  'rules.annual-holidays': 'Deel van het vakantiegeld van arbeiders en kunstenaars, elk kwartaal betaald.',
  'rules.annual-holidays-debit':
    'Deel van het vakantiegeld van arbeiders en kunstenaars, het jaar nadien met een debetbericht gevraagd en nu opzijgezet.',
  'rules.exit-holiday-pay':
    'Aan het einde van een contract van bepaalde duur heeft een bediende recht op vakantiegeld; het wordt nu opzijgezet.',
  'rules.work-accident-insurance': 'Premie van de arbeidsongevallenverzekering van het kantoor.',
  'rules.structural-reduction':
    'De werkgever betaalt minder op lage lonen. Het kwartaalloon omgerekend naar voltijds is {{reference}}, de vermindering {{reduction}}; voor het gewerkte deel ({{performance}}) {{granted}}, waarvan {{before}} al bijgeschreven. Ze gaat naar de gemeenschappelijke rekening.',
  'rules.wage': 'Het loon dat voor het werk is afgesproken.',
  'rules.one-off': 'Loon naast het gewone loon.',
  'rules.holiday-pay': 'Vakantiegeld dat de werkgever verschuldigd is.',
  'rules.student-contribution':
    'Een student betaalt alleen dit kleine deel, zonder bedrijfsvoorheffing, gedurende {{quota}} uren per jaar bij alle werkgevers samen. {{before}} waren al gebruikt; van de {{worked}} uren van deze betaling passen er {{hours}} in het contingent (werknemerskengetal {{workerCode}}, Dimona {{dimona}}).',
  'rules.student-contribution-employer':
    'Voor de uren binnen het jaarcontingent is de werkgever dit verschuldigd in plaats van de gewone bijdragen.',
  'rules.asbestos-fund-students':
    'Vergoedt slachtoffers van asbest; ook op studentenloon, alleen in sommige kwartalen.',
  'rules.flexi-contribution':
    'De werkgever is dit verschuldigd op flexiloon en flexivakantiegeld; u betaalt geen bijdrage. Flexiloon is belastingvrij tot {{ceiling}} per jaar, waarvan deze werkgever al {{before}} betaalde (werknemerskengetal {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-contribution-pensioner':
    'De werkgever is dit verschuldigd op flexiloon en flexivakantiegeld; een gepensioneerde betaalt er geen bijdrage en geen belasting op (werknemerskengetal {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-wage': 'Het flexiloon afgesproken voor het werk.',
  'rules.flexi-holiday-pay': 'Vakantiegeld van {{rate}} van het flexiloon, samen ermee betaald.',
  'rules.amateur-allowance':
    'Een forfaitaire vergoeding voor artistiek werk, zonder bijdragen of belasting binnen haar grenzen.',
  'rules.amateur-travel': 'Terugbetaling van bewezen verplaatsingskosten.',
  'rules.amateur-contribution':
    'Een opdrachtgever wiens vergoedingen van een jaar {{threshold}} overschrijden, is dit op alle verschuldigd; het wordt op elke gerekend, want het jaartotaal is niet opgegeven.',
  'rules.amateur-total':
    'Een opdrachtgever wiens vergoedingen van een jaar {{threshold}} overschrijden, is dit op alle verschuldigd. Vóór deze werd {{before}} toegekend.',
  'earnings.wage': 'Loon',
  'earnings.one-off': 'Exceptionele vergoeding',
  'earnings.holiday-pay': 'Vakantiegeld',
  'earnings.flexi-wage': 'Flexiloon',
  'earnings.flexi-holiday-pay': 'Flexivakantiegeld',
  'earnings.amateur-allowance': 'Amateurkunstenvergoeding',
  'earnings.amateur-travel': 'Verplaatsingskosten',
  'figures.minimum-wage': 'Gewaarborgd minimumloon voor het betaalde werk',
  'figures.minimum-wage-shortfall': 'Tekort op het gewaarborgd minimumloon',
  'figures.maximum-wage': 'Hoogste flexiloon voor het betaalde werk',
  'figures.maximum-wage-excess': 'Boven het hoogste flexiloon',
  'checklist.student-contract':
    'Student: een schriftelijke studentenovereenkomst van hoogstens twaalf maanden is ondertekend vóór het werk begint.',
  'checklist.student-dimona':
    'Student: de Dimona van type STU vermeldt de geplande uren per kwartaal en gebeurt vóór de start; te laat, dan dragen alle uren gewone bijdragen.',
  'checklist.student-hours':
    'Student: het attest van Student@work toont de resterende uren van het jaar; uren boven het contingent dragen gewone bijdragen en bedrijfsvoorheffing.',
  'checklist.student-lessons':
    'Student: het werk valt buiten de uren van verplichte aanwezigheid in de onderwijsinstelling.',
  'checklist.flexi-main-job':
    'Flexi-job: in het derde kwartaal voor dit kwartaal werkte de werknemer minstens 4/5 bij andere werkgevers, of is gepensioneerd; de Dimona bevestigt het.',
  'checklist.flexi-reduced-hours':
    'Flexi-job: de werknemer ging niet van voltijds naar 4/5 tussen het vierde en het derde kwartaal ervoor; anders moeten twee kwartalen voorbijgaan.',
  'checklist.flexi-other-contract':
    'Flexi-job: in dit kwartaal heeft de werknemer geen andere overeenkomst met deze werkgever, noch een van 4/5 of meer bij een verbonden onderneming.',
  'checklist.flexi-sector':
    'Flexi-job: de sector staat open voor flexi-jobs (PC 304 of 303.03, evenementen volgens NACE-code, andere per akkoord) en het werk is niet artistiek, technisch-artistiek of artistiek-ondersteunend.',
  'checklist.flexi-agreement':
    'Flexi-job: een raamovereenkomst is ondertekend; zonder schriftelijke arbeidsovereenkomst heeft elke dag zijn eigen Dimona.',
  'checklist.flexi-dimona':
    'Flexi-job: de Dimona van type FLX is gedaan voor dit kwartaal en het antwoord was positief.',
  'checklist.amateur-work':
    'Amateurkunstenvergoeding: het werk is artistiek; lesgeven, techniek en ondersteuning zijn het niet.',
  'checklist.amateur-declared':
    'Amateurkunstenvergoeding: de prestatie is vóór het begin aangegeven in Working in the Arts, ten vroegste een maand vooraf; er is geen Dimona.',
  'checklist.amateur-days':
    'Amateurkunstenvergoeding: Working in the Arts toont resterende dagen van het jaar, en geen achtste opeenvolgende dag hier.',
  'checklist.amateur-associations':
    'Amateurkunstenvergoeding: de kunstenaar doet in hetzelfde kalenderjaar geen verenigingswerk (artikel 17) voor deze opdrachtgever.',
  'holidays.new-year': 'Nieuwjaar',
  'holidays.easter-monday': 'Paasmaandag',
  'holidays.labour-day': 'Dag van de Arbeid',
  'holidays.ascension': 'Hemelvaart',
  'holidays.whit-monday': 'Pinkstermaandag',
  'holidays.national-day': 'Nationale feestdag',
  'holidays.assumption': 'Tenhemelopneming',
  'holidays.all-saints': 'Allerheiligen',
  'holidays.armistice': 'Wapenstilstand',
  'holidays.christmas': 'Kerstmis',
  'authorities.onss': 'Rijksdienst voor Sociale Zekerheid',
  'authorities.fps-finance': 'FOD Financiën',
  'authorities.onva': 'Rijksdienst voor Jaarlijkse Vakantie',
  'authorities.holiday-pay': 'Te betalen vakantiegeld',
  'authorities.work-accident-insurer': 'Arbeidsongevallenverzekeraar',
  'authorities.group-insurer': 'Groepsverzekeraar',
  'vat.reverse-charge': 'Btw verlegd: te voldoen door de medecontractant, art. 21 § 2 van het Btw-wetboek',
  'vat.outside-scope': 'Niet aan Belgische btw onderworpen, art. 21 § 2 van het Btw-wetboek',
  'vat.exempt-performance': 'Vrijgesteld van btw, art. 44 § 2, 8° van het Btw-wetboek',
  'vat.exempt-copyright': 'Vrijgesteld van btw, art. 44 § 3, 3° van het Btw-wetboek',
  'vat.exempt-training': 'Vrijgesteld van btw, art. 44 § 2, 4° van het Btw-wetboek',
}
