import type { Locale } from '@samen/core/country'

/** Texts in Dutch: names of lines, earnings, figures, bodies and holidays, and the sentences that explain a line. */
export const nl: Locale = Object.freeze({
  'lines.sickness': 'Ziekte, moederschap, invaliditeit, overlijden',
  'lines.sickness-supplement': 'Aanvullende ziektebijdrage',
  'lines.sickness-alsace-moselle': 'Plaatselijk ziektestelsel Elzas-Moezel',
  'lines.health-cover': 'Aanvullende ziektekostenverzekering',
  'lines.provident-cover': 'Aanvullende voorzorgsverzekering',
  'lines.death-cover': 'Overlijdensdekking kaderleden',
  'lines.show-provident': 'Voorzorg van de podiumkunsten',
  'lines.accident': 'Arbeidsongevallen en beroepsziekten',
  'lines.old-age-capped': 'Wettelijk pensioen, begrensd',
  'lines.old-age': 'Wettelijk pensioen, onbegrensd',
  'lines.pension-t1': 'Aanvullend pensioen, schijf 1',
  'lines.ceg-t1': 'Algemene evenwichtsbijdrage, schijf 1',
  'lines.pension-t2': 'Aanvullend pensioen, schijf 2',
  'lines.ceg-t2': 'Algemene evenwichtsbijdrage, schijf 2',
  'lines.cet': 'Technische evenwichtsbijdrage',
  'lines.family': 'Gezinsbijslagen',
  'lines.family-supplement': 'Aanvullende bijdrage gezinsbijslagen',
  'lines.unemployment': 'Werkloosheidsverzekering',
  'lines.unemployment-show': 'Werkloosheidsverzekering voor artiesten en technici',
  'lines.unemployment-short': 'Toeslag op korte gebruikelijke contracten',
  'lines.wage-guarantee': 'Loonwaarborgfonds (AGS)',
  'lines.apec': 'Apec (tewerkstelling kaderleden)',
  'lines.solidarity': 'Solidariteitsbijdrage autonomie',
  'lines.housing': 'Nationaal huisvestingsfonds',
  'lines.mobility': 'Mobiliteitsbijdrage',
  'lines.dialogue': 'Bijdrage sociale dialoog',
  'lines.training': 'Beroepsopleiding',
  'lines.training-show': 'Opleiding van artiesten en technici (Afdas)',
  'lines.training-fixed-term': 'Opleidingsrekening tijdelijke contracten',
  'lines.apprenticeship': 'Leerlingtaks',
  'lines.apprenticeship-balance': 'Leerlingtaks, saldo',
  'lines.apprenticeship-extra': 'Aanvullende leerlingbijdrage',
  'lines.construction-effort': 'Bijdrage aan de woningbouw',
  'lines.fcap': 'Fonds van de private podiumkunsten',
  'lines.fnas': 'Sociaal fonds van de gesubsidieerde podiumkunsten',
  'lines.cover-levy': 'Sociale heffing op werkgeversdekking',
  'lines.leave-fund': 'Vakantiefonds (Congés Spectacles)',
  'lines.csg-deductible': 'CSG, fiscaal aftrekbaar',
  'lines.csg-non-deductible': 'CSG, niet aftrekbaar',
  'lines.crds': 'CRDS',
  'lines.csg-overtime': 'CSG en CRDS op onbelast overwerk',
  'lines.reduction-urssaf': 'Algemene vermindering, deel Urssaf',
  'lines.reduction-pension': 'Algemene vermindering, deel aanvullend pensioen',
  'lines.overtime-reduction': 'Vermindering overwerk, werknemer',
  'lines.overtime-deduction': 'Aftrek overwerk, werkgever',
  'lines.withholding-tax': 'Ingehouden inkomstenbelasting',
  'earnings.base-pay': 'Loon',
  'earnings.overtime': 'Overwerk',
  'earnings.overtime-more': 'Overwerk vanaf het 44e uur',
  'earnings.complementary': 'Meeruren',
  'earnings.complementary-more': 'Meeruren boven een tiende',
  'earnings.fee': 'Gage',
  'earnings.variable-pay': 'Loon uit de activiteit',
  'earnings.project-income': 'Inkomen uit het project in proeffase',
  'earnings.exceptional-pay': 'Uitzonderlijke premie',
  'earnings.fixed-term-bonus': 'Premie bij einde contract',
  'earnings.leave-indemnity': 'Vakantievergoeding',
  'earnings.settlement': 'Loon bij jaarafrekening',
  'figures.net-social': 'Netto sociaal bedrag',
  'figures.net-before-tax': 'Netto voor belasting',
  'figures.net-taxable': 'Belastbaar netto',
  'figures.overtime-exempt': 'Overwerk vrij van inkomstenbelasting',
  'figures.ceiling': 'Plafond sociale zekerheid van dit loon',
  'figures.minimum-wage': 'Minimumloon voor de betaalde uren',
  'figures.minimum-wage-shortfall': 'Tekort tot het minimumloon',
  'authorities.urssaf': 'Urssaf (sociale zekerheid)',
  'authorities.agirc-arrco': 'Agirc-Arrco (aanvullend pensioen)',
  'authorities.audiens': 'Audiens (pensioen podiumkunsten)',
  'authorities.france-travail': 'France Travail Spectacle (werkloosheid)',
  'authorities.conges-spectacles': 'Congés Spectacles (vakantie)',
  'authorities.afdas': 'Afdas (opleiding)',
  'authorities.insurer': 'Ziekte- en voorzorgsverzekeraar',
  'authorities.action-logement': 'Action Logement (huisvesting)',
  'authorities.fnas': 'FNAS (sociaal fonds)',
  'authorities.dgfip': 'Belastingdienst (DGFiP)',
  'holidays.new-year': 'Nieuwjaar',
  'holidays.easter-monday': 'Paasmaandag',
  'holidays.labour-day': 'Dag van de Arbeid',
  'holidays.victory-1945': 'Overwinning van 1945',
  'holidays.ascension': 'Hemelvaartsdag',
  'holidays.whit-monday': 'Pinkstermaandag',
  'holidays.national-day': 'Nationale feestdag',
  'holidays.assumption': 'Maria-Hemelvaart',
  'holidays.all-saints': 'Allerheiligen',
  'holidays.armistice-1918': 'Wapenstilstand 1918',
  'holidays.christmas': 'Kerstmis',
  'holidays.good-friday': 'Goede Vrijdag',
  'holidays.saint-stephen': 'Tweede kerstdag',
  'holidays.abolition-of-slavery': 'Afschaffing van de slavernij',
  'vat.option-debits':
    'Btw is verschuldigd op de dag van de factuur (option pour le paiement de la taxe d’après les débits)',
  'vat.reverse-charge': 'Btw verlegd naar de afnemer (artikel 283-2 CGI)',
  'vat.outside-scope': 'Geen btw: dienst buiten Frankrijk (artikel 259 CGI)',
  'vat.outside-overseas': 'Btw niet van toepassing in dit gebied (artikel 294 CGI)',
  'vat.exempt-training': 'Vrij van btw: beroepsopleiding (artikel 261-4-4° a CGI)',
  'rules.on-pay': 'Verschuldigd op het hele loon: het tarief wordt toegepast en afgerond op de cent.',
  'rules.on-gross': 'Verschuldigd op het brutoloon vóór de specifieke aftrek.',
  'rules.raised-pay':
    'Een fonds betaalt de vakantie, dus wordt het loon met 11,5 % verhoogd voor het tarief wordt toegepast.',
  'rules.leave-fund-capped':
    'Verschuldigd over het brutoloon van {{gross}} tot de grens van {{cap}} die de werkgever toepast.',
  'rules.capped':
    'Verschuldigd op het loon tot het plafond van de sociale zekerheid: loon van {{pay}}, plafond van {{ceiling}}.',
  'rules.capped-to-date':
    'Verschuldigd op het loon van het jaar tot de opgetelde plafonds: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.raised-capped':
    'Loon tot het plafond ({{pay}} loon, plafond van {{ceiling}}), met 11,5 % verhoogd omdat een fonds de vakantie betaalt.',
  'rules.raised-capped-to-date':
    'Loon van het jaar tot de plafonds ({{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast), met 11,5 % verhoogd omdat een fonds de vakantie betaalt.',
  'rules.death-cover':
    'Verschuldigd op het loon tot het plafond van de sociale zekerheid, dat deeltijd hier niet verlaagt.',
  'rules.tranche-1': 'Verschuldigd op het loon tot één plafond: loon van {{pay}}, plafond van {{ceiling}}.',
  'rules.tranche-1-to-date':
    'Verschuldigd op het loon van het jaar tot de plafonds: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.tranche-2':
    'Verschuldigd op het loon van één tot acht plafonds: loon van {{pay}}, plafond van {{ceiling}}.',
  'rules.tranche-2-to-date':
    'Verschuldigd op het loon van het jaar van één tot acht keer de plafonds: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.above-ceiling':
    'Verschuldigd op het hele loon tot acht plafonds omdat het loon van {{pay}} het plafond van {{ceiling}} overschrijdt.',
  'rules.above-ceiling-to-date':
    'Verschuldigd op het hele loon van het jaar tot acht keer de plafonds waar het ze overschrijdt: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.four-ceilings':
    'Verschuldigd op het brutoloon tot vier plafonds: loon van {{pay}}, plafond van {{ceiling}}.',
  'rules.four-ceilings-to-date':
    'Verschuldigd op het brutoloon van het jaar tot vier keer de plafonds: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.four-ceilings-pay':
    'Verschuldigd op het loon tot vier plafonds: loon van {{pay}}, plafond van {{ceiling}}.',
  'rules.four-ceilings-pay-to-date':
    'Verschuldigd op het loon van het jaar tot vier keer de plafonds: {{payToDate}} loon, {{ceilingToDate}} plafonds, min {{charged}} al belast.',
  'rules.sickness-supplement':
    'Verschuldigd op het hele loon van het jaar ({{pay}}) zodra het {{times}} van het minimumloon ({{minimumWage}}) overschrijdt, min wat al belast is.',
  'rules.family-supplement':
    'Verschuldigd op het hele loon van het jaar ({{pay}}) zodra het {{times}} van het minimumloon ({{minimumWage}}) overschrijdt, min wat al belast is.',
  'rules.csg-base':
    'Verschuldigd op {{part}} van het loon tot vier plafonds ({{abated}} van {{pay}}), op al het loon daarboven en op de werkgeversdekking ({{cover}}); alleen het resultaat wordt afgerond.',
  'rules.csg-overtime':
    'De inkomstenbelasting stelt {{exempt}} overwerk vrij; CSG en CRDS zijn verschuldigd over {{part}} daarvan en niets ervan is aftrekbaar.',
  'rules.accident':
    'Verschuldigd op het hele loon aan het ongevallentarief van de vestiging, of het landelijk gemiddelde; een artiest draagt 70 %.',
  'rules.accident-flat': 'Geen loon deze maand: verzekerd op een forfaitaire basis voor de wettelijke maand.',
  'rules.cover-stated': 'Zoals afgesproken met de verzekeraar voor deze periode.',
  'rules.cover-levy':
    'Verschuldigd op het werkgeversdeel van de ziekte- en voorzorgsdekking, vanaf 11 werknemers.',
  'rules.reduction-urssaf':
    'Vermindering van het jaar: loon van {{pay}} × coëfficiënt {{coefficient}} (referentieminimumloon {{minimumWage}}), min {{grantedBefore}} al toegekend: {{reduction}}. Dit is wat het pensioendeel van {{pensionPart}} / {{highest}} overlaat.',
  'rules.reduction-pension':
    'Deel van de algemene vermindering van {{reduction}} voor het aanvullend pensioen: {{pensionPart}} / {{highest}}.',
  'rules.overtime-reduction':
    'Loon voor overwerk van {{overtime}} × {{rate}}: het gemiddelde tarief van uw ouderdomsbijdragen ({{contributions}} op {{pay}}), ten hoogste {{highest}}.',
  'rules.overtime-deduction':
    '{{hours}} uren overwerk × {{perHour}}, ten hoogste wat voor de werknemer aan Urssaf verschuldigd is ({{due}}).',
  'rules.withholding-personal':
    'Belastbaar netto van {{taxable}} aan het tarief van {{rate}} dat de belastingdienst voor u doorgaf.',
  'rules.withholding-neutral':
    'Geen persoonlijk tarief bekend: belastbaar netto van {{taxable}} aan het tarief van {{rate}} van het neutrale rooster ({{residence}}) op de betaaldag.',
  'rules.withholding-neutral-rhythm':
    'Er is geen persoonlijk tarief bekend: het belastbare nettoloon van {{taxable}}, {{rhythm}} betaald, staat voor {{month}} per maand; de neutrale schaal ({{residence}}) van de betaaldag geeft {{rate}}.',
  'rules.withholding-neutral-short':
    'Geen persoonlijk tarief bekend en een contract van hoogstens twee maanden: {{taxable}} min de aftrek van {{allowance}} laat {{base}}, aan het tarief van {{rate}} van het neutrale rooster ({{residence}}).',
  'rules.base-pay': 'Loon voor het verrichte werk.',
  'rules.overtime': '{{hours}} uren tegen het uurloon, verhoogd met {{rate}}.',
  'rules.complementary': '{{hours}} uren boven de contracturen tegen het uurloon, verhoogd met {{rate}}.',
  'rules.fee': 'Gages voor de voorstellingen.',
  'rules.variable-pay': 'Vast en variabel loon uit de omzet van de activiteit.',
  'rules.project-income': 'Inkomen uit het project tijdens de proeffase.',
  'rules.exceptional-pay': 'Betaald naast het gewone loon: zonder eigen plafond of uren.',
  'rules.leave-paid': 'Vergoeding voor niet opgenomen vakantie.',
  'rules.leave-indemnity': '{{rate}} van loon en premie ({{base}}) omdat geen vakantie is opgenomen.',
  'rules.fixed-term-bonus': '{{rate}} van het loon ({{base}}) bij het einde van een tijdelijk contract.',
  'rules.settlement': 'Jaarafrekening van de plafonds en de vermindering.',
  'invoice.terms':
    'Geen korting voor vroege betaling. Bij te late betaling zijn rente tegen het tarief van de Europese Centrale Bank plus tien punten en een vast bedrag van € 40 voor invorderingskosten verschuldigd (Code de commerce, art. L441-10 en D441-5).',
  'payslip.terms':
    'Bewaar deze loonstrook in je eigen belang en om je rechten te doen gelden zonder beperking in de tijd (Code du travail, art. R3243-5). Je rechten: www.service-public.fr, onder “cotisations sociales”.',
})
