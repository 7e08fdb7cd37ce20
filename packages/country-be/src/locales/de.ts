import type { Locale } from '@samen/core/country'

export const de: Locale = {
  'lines.social-security': 'Persönlicher LSS-Beitrag',
  'lines.work-bonus-a': 'Beschäftigungsbonus, Teil A',
  'lines.work-bonus-b': 'Beschäftigungsbonus, Teil B',
  'lines.special-contribution': 'Sonderbeitrag zur sozialen Sicherheit',
  'lines.wage-tax': 'Berufssteuervorabzug (Schlüsselformel)',
  'lines.wage-tax-bonus': 'Steuerlicher Beschäftigungsbonus',
  'lines.wage-tax-artist': 'Berufssteuervorabzug der Künstler (fester Satz)',
  'lines.wage-tax-exceptional': 'Berufssteuervorabzug auf außergewöhnliche Zulagen',
  'lines.holiday-contribution': 'Beitrag auf das doppelte Urlaubsgeld',
  'lines.group-insurance': 'Eigene Prämie der Gruppenversicherung',
  'lines.social-security-employer': 'Arbeitgeberbeitrag mit Lohnmäßigung',
  'lines.closure-fund': 'Schließungsfonds, Grundbeitrag',
  'lines.closure-fund-special': 'Schließungsfonds, Sonderbeitrag',
  'lines.risk-groups': 'Risikogruppen',
  'lines.temporary-unemployment': 'Zeitweilige Arbeitslosigkeit und ältere Arbeitslose',
  'lines.work-accidents-special': 'Arbeitsunfälle, Sonderbeitrag',
  'lines.unemployment': 'Arbeitslosigkeit, 1,60 % mit Lohnmäßigung',
  'lines.asbestos-fund': 'Asbestfonds',
  'lines.sector-fund-200': 'Sozialfonds der paritätischen Kommission 200',
  'lines.annual-holidays': 'Jahresurlaub, Quartalsanteil',
  'lines.annual-holidays-debit': 'Jahresurlaub, jährliche Belastungsanzeige',
  'lines.exit-holiday-pay': 'Urlaubsgeld bei Vertragsende, Rückstellung',
  'lines.work-accident-insurance': 'Arbeitsunfallversicherung',
  'lines.structural-reduction': 'Strukturelle Ermäßigung',
  'lines.student-contribution': 'Solidaritätsbeitrag der Studierenden',
  'lines.student-contribution-employer': 'Solidaritätsbeitrag der Studierenden, Arbeitgeber',
  'lines.asbestos-fund-students': 'Asbestfonds, Studierende',
  'lines.flexi-contribution': 'Sonderbeitrag auf den Flexi-Lohn',
  'lines.amateur-contribution': 'Beitrag auf Amateurkunstvergütungen',
  'rules.social-security':
    'Jeder Angestellte zahlt diesen Teil des Bruttolohns an die soziale Sicherheit (Arbeitnehmerkennzahl {{workerCode}}).',
  'rules.social-security-108':
    'Arbeiter und Künstler zahlen diesen Teil von 108 % des Bruttolohns, weil ihr Urlaubsgeld aus einer eigenen Kasse kommt (Arbeitnehmerkennzahl {{workerCode}}).',
  'rules.work-bonus-a':
    'Ein niedriger Lohn zahlt weniger. Auf einen vollen Monat gerechnet verdienen Sie {{reference}}; bis {{floor}} beträgt der Bonus {{maximum}}, darüber sinkt er um {{slope}} der Differenz und endet bei {{top}}. Für den gearbeiteten Teil des Monats ({{fraction}}) sind das {{month}}, davon {{before}} schon gewährt.',
  'rules.work-bonus-b':
    'Ein sehr niedriger Lohn zahlt noch weniger. Auf einen vollen Monat gerechnet verdienen Sie {{reference}}; bis {{floor}} beträgt der Bonus {{maximum}}, darüber sinkt er um {{slope}} der Differenz und endet bei {{top}}. Für den gearbeiteten Teil des Monats ({{fraction}}) sind das {{month}}, davon {{before}} schon gewährt.',
  'rules.special-contribution-month':
    'Ein Vorschuss nach Ihrem Lohn des Monats bisher, {{wages}}, und Ihrem Haushalt: {{due}} insgesamt, davon {{before}} schon einbehalten.',
  'rules.special-contribution-quarter':
    'Abrechnung nach Ihrem Lohn des Quartals bisher, {{wages}}, und Ihrem Haushalt: {{due}} insgesamt, davon {{before}} schon einbehalten.',
  'rules.wage-tax-alone':
    'Steuerpflichtig in diesem Monat {{taxable}}, im Jahr {{annual}}; abzüglich Kosten {{costs}} bleiben {{net}}. Die Tabelle verlangt {{scaleTax}} im Jahr nach dem Freibetrag; Ihre Familie nimmt {{reductions}} weg. Im Monat {{monthly}}, abzüglich {{premiumRelief}} für die Gruppenversicherung und {{before}} schon einbehalten.',
  'rules.wage-tax-quotient':
    'Steuerpflichtig in diesem Monat {{taxable}}, im Jahr {{annual}}; abzüglich Kosten {{costs}} bleiben {{net}}. Ein Teil zählt als Einkommen des Ehepartners, und beide Freibeträge gelten: {{scaleTax}} im Jahr; Ihre Familie nimmt {{reductions}} weg. Im Monat {{monthly}}, abzüglich {{premiumRelief}} für die Gruppenversicherung und {{before}} schon einbehalten.',
  'rules.wage-tax-non-resident':
    'Steuerpflichtig in diesem Monat {{taxable}}, im Jahr {{annual}}; abzüglich Kosten {{costs}} bleiben {{net}}. Wer nicht hier wohnt und hier nicht das ganze Jahr zu mindestens 75 % einer Vollzeitstelle arbeitet, hat weder Freibetrag noch Familienermäßigung: {{scaleTax}} im Jahr, {{monthly}} im Monat, abzüglich {{premiumRelief}} für die Gruppenversicherung und {{before}} schon einbehalten.',
  'rules.wage-tax-piece-work':
    'Bei Stückarbeit werden mindestens {{rate}} von {{taxable}} einbehalten: {{minimum}}, davon {{before}} schon einbehalten.',
  'rules.wage-tax-bonus':
    'Ein Teil des Beschäftigungsbonus wird auch von der Steuer abgezogen: {{rateA}} von {{bonusA}} und {{rateB}} von {{bonusB}}, höchstens die Steuer selbst: {{relief}}, davon {{before}} schon abgezogen.',
  'rules.wage-tax-artist':
    'Künstler, die bei einem Betrieb nach dem anderen arbeiten, zahlen einen festen Satz auf ihren steuerpflichtigen Lohn.',
  'rules.wage-tax-artist-voluntary':
    'Sie haben einen höheren Satz als den festen Satz für Künstler gewünscht.',
  'rules.wage-tax-exceptional':
    'Eine außergewöhnliche Zulage hat einen einzigen Satz, der sich nach Ihrem normalen Jahreslohn ({{annual}}) richtet: {{rate}} von {{taxable}}. Wegen Ihrer Kinder sind {{exempt}} steuerfrei, und von der Steuer auf den Rest bleiben {{kept}}.',
  'rules.wage-tax-holiday':
    'Urlaubsgeld hat einen einzigen Satz, der sich nach Ihrem normalen Jahreslohn ({{annual}}) richtet: {{rate}} von {{taxable}}. Wegen Ihrer Kinder sind {{exempt}} steuerfrei, und von der Steuer auf den Rest bleiben {{kept}}.',
  'rules.holiday-contribution':
    'Das doppelte Urlaubsgeld beträgt 92 % eines Monats; der Beitrag ist auf 85 dieser 92 Teile geschuldet.',
  'rules.holiday-contribution-exit':
    'Vom Urlaubsgeld bei Vertragsende (15,34 %) trägt der gesetzliche doppelte Teil (6,80 %) diesen Beitrag.',
  'rules.group-insurance': 'Ihre eigene Prämie der Gruppenversicherung.',
  'rules.social-security-employer':
    'Der Grundbeitrag des Arbeitgebers und die Lohnmäßigung, bis zu einer Obergrenze im Quartal.',
  'rules.closure-fund': 'Zahlt Arbeitnehmern, wenn ein Betrieb schließt; der Satz ändert sich jedes Jahr.',
  'rules.closure-fund-special': 'Bezahlt zeitweilige Arbeitslosigkeit; der Satz ändert sich jedes Jahr.',
  'rules.risk-groups': 'Bezahlt Ausbildung und Arbeit von Risikogruppen.',
  'rules.temporary-unemployment': 'Bezahlt zeitweilige Arbeitslosigkeit und ältere Arbeitslose.',
  'rules.work-accidents-special': 'Sonderbeitrag für Arbeitsunfälle.',
  'rules.unemployment': 'Geschuldet von Arbeitgebern mit zehn oder mehr Arbeitnehmern.',
  'rules.asbestos-fund': 'Entschädigt Asbestopfer; nur in manchen Quartalen geschuldet.',
  'rules.sector-fund-200': 'Sozialfonds der paritätischen Kommission für Angestellte.',
  'rules.annual-holidays': 'Teil des Urlaubsgeldes der Arbeiter und Künstler, jedes Quartal gezahlt.',
  'rules.annual-holidays-debit':
    'Teil des Urlaubsgeldes der Arbeiter und Künstler, im Jahr darauf durch Belastungsanzeige verlangt und jetzt zurückgelegt.',
  'rules.exit-holiday-pay':
    'Am Ende eines befristeten Vertrags hat ein Angestellter Anspruch auf Urlaubsgeld; es wird jetzt zurückgelegt.',
  'rules.work-accident-insurance': 'Prämie der Arbeitsunfallversicherung des Büros.',
  'rules.structural-reduction':
    'Der Arbeitgeber zahlt weniger auf niedrige Löhne. Der Quartalslohn auf Vollzeit gerechnet ist {{reference}}, die Ermäßigung {{reduction}}; für den gearbeiteten Teil ({{performance}}) {{granted}}, davon {{before}} schon gutgeschrieben. Sie geht auf das gemeinsame Konto.',
  'rules.wage': 'Der für die Arbeit vereinbarte Lohn.',
  'rules.one-off': 'Vergütung neben dem gewöhnlichen Lohn.',
  'rules.holiday-pay': 'Urlaubsgeld, das der Arbeitgeber schuldet.',
  'rules.student-contribution':
    'Studierende zahlen nur diesen kleinen Anteil, ohne Berufssteuervorabzug, für {{quota}} Stunden im Jahr bei allen Arbeitgebern zusammen. {{before}} waren schon verbraucht; von den {{worked}} Stunden dieser Zahlung passen {{hours}} hinein (Arbeitnehmerkennzahl {{workerCode}}, Dimona {{dimona}}).',
  'rules.student-contribution-employer':
    'Für Stunden innerhalb des Jahreskontingents schuldet der Arbeitgeber dies statt der gewöhnlichen Beiträge.',
  'rules.asbestos-fund-students':
    'Entschädigt Asbestopfer; auch auf den Lohn Studierender, nur in manchen Quartalen.',
  'rules.flexi-contribution':
    'Der Arbeitgeber schuldet dies auf Flexi-Lohn und Flexi-Urlaubsgeld; Sie schulden keinen Beitrag. Flexi-Lohn ist bis {{ceiling}} im Jahr steuerfrei, wovon dieser Arbeitgeber schon {{before}} gezahlt hat (Arbeitnehmerkennzahl {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-contribution-pensioner':
    'Der Arbeitgeber schuldet dies auf Flexi-Lohn und Flexi-Urlaubsgeld; wer Rente bezieht, schuldet darauf weder Beitrag noch Steuer (Arbeitnehmerkennzahl {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-wage': 'Der für die Arbeit vereinbarte Flexi-Lohn.',
  'rules.flexi-holiday-pay': 'Urlaubsgeld von {{rate}} des Flexi-Lohns, mit ihm gezahlt.',
  'rules.amateur-allowance':
    'Eine pauschale Vergütung für künstlerische Arbeit, innerhalb ihrer Grenzen ohne Beiträge und Steuer.',
  'rules.amateur-travel': 'Erstattung nachgewiesener Fahrtkosten.',
  'rules.amateur-contribution':
    'Ein Auftraggeber, dessen Vergütungen eines Jahres {{threshold}} übersteigen, schuldet dies auf alle; es wird auf jede gerechnet, denn die Jahressumme wurde nicht angegeben.',
  'rules.amateur-total':
    'Ein Auftraggeber, dessen Vergütungen eines Jahres {{threshold}} übersteigen, schuldet dies auf alle. Vor dieser waren {{before}} gewährt.',
  'earnings.wage': 'Lohn',
  'earnings.one-off': 'Außergewöhnliche Zulage',
  'earnings.holiday-pay': 'Urlaubsgeld',
  'earnings.flexi-wage': 'Flexi-Lohn',
  'earnings.flexi-holiday-pay': 'Flexi-Urlaubsgeld',
  'earnings.amateur-allowance': 'Amateurkunstvergütung',
  'earnings.amateur-travel': 'Fahrtkosten',
  'figures.minimum-wage': 'Garantierter Mindestlohn für die bezahlte Arbeit',
  'figures.minimum-wage-shortfall': 'Fehlbetrag zum garantierten Mindestlohn',
  'figures.maximum-wage': 'Höchster Flexi-Lohn für die bezahlte Arbeit',
  'figures.maximum-wage-excess': 'Über dem höchsten Flexi-Lohn',
  'checklist.student-contract':
    'Studierende: Ein schriftlicher Studentenvertrag von höchstens zwölf Monaten ist vor Arbeitsbeginn unterschrieben.',
  'checklist.student-dimona':
    'Studierende: Die Dimona vom Typ STU nennt die geplanten Stunden je Quartal und liegt vor dem Beginn vor; verspätet tragen alle Stunden gewöhnliche Beiträge.',
  'checklist.student-hours':
    'Studierende: Die Bescheinigung von Student@work zeigt die übrigen Stunden des Jahres; darüber hinaus fallen gewöhnliche Beiträge und Steuer an.',
  'checklist.student-lessons':
    'Studierende: Die Arbeit liegt außerhalb der Pflichtstunden der Schule oder Hochschule.',
  'checklist.flexi-main-job':
    'Flexi-Job: Im dritten Quartal vor diesem arbeitete die Person mindestens 4/5 bei anderen Arbeitgebern oder bezieht Rente; die Dimona bestätigt es.',
  'checklist.flexi-reduced-hours':
    'Flexi-Job: Die Person wechselte nicht vom viertletzten zum drittletzten Quartal von Vollzeit auf 4/5; sonst müssen zwei Quartale vergehen.',
  'checklist.flexi-other-contract':
    'Flexi-Job: In diesem Quartal hat die Person keinen anderen Vertrag mit diesem Arbeitgeber und keinen von 4/5 oder mehr bei einem verbundenen Unternehmen.',
  'checklist.flexi-sector':
    'Flexi-Job: Der Sektor ist für Flexi-Jobs offen (Paritätische Kommission 304 oder 303.03, Veranstaltungen nach NACE-Code, andere durch Abkommen), und die Arbeit ist weder künstlerisch noch künstlerisch-technisch noch künstlerisch unterstützend.',
  'checklist.flexi-agreement':
    'Flexi-Job: Ein Rahmenvertrag ist unterschrieben; ohne schriftlichen Arbeitsvertrag hat jeder Tag seine eigene Dimona.',
  'checklist.flexi-dimona':
    'Flexi-Job: Die Dimona vom Typ FLX wurde für dieses Quartal abgegeben und positiv beantwortet.',
  'checklist.amateur-work':
    'Amateurkunstvergütung: Die Arbeit ist künstlerisch; Unterricht, Technik und Unterstützung sind es nicht.',
  'checklist.amateur-declared':
    'Amateurkunstvergütung: Die Leistung ist vor Beginn in Working in the Arts gemeldet, höchstens einen Monat vorher; eine Dimona gibt es nicht.',
  'checklist.amateur-days':
    'Amateurkunstvergütung: Working in the Arts zeigt übrige Tage des Jahres und keinen achten Tag in Folge hier.',
  'checklist.amateur-associations':
    'Amateurkunstvergütung: Im selben Kalenderjahr leistet die Person für diesen Auftraggeber keine Vereinsarbeit (Artikel 17).',
  'holidays.new-year': 'Neujahr',
  'holidays.easter-monday': 'Ostermontag',
  'holidays.labour-day': 'Tag der Arbeit',
  'holidays.ascension': 'Christi Himmelfahrt',
  'holidays.whit-monday': 'Pfingstmontag',
  'holidays.national-day': 'Nationalfeiertag',
  'holidays.assumption': 'Mariä Himmelfahrt',
  'holidays.all-saints': 'Allerheiligen',
  'holidays.armistice': 'Waffenstillstand',
  'holidays.christmas': 'Weihnachten',
  'authorities.onss': 'Landesamt für soziale Sicherheit',
  'authorities.fps-finance': 'FÖD Finanzen',
  'authorities.onva': 'Landesamt für den Jahresurlaub',
  'authorities.holiday-pay': 'Auszuzahlendes Urlaubsgeld',
  'authorities.work-accident-insurer': 'Arbeitsunfallversicherer',
  'authorities.group-insurer': 'Gruppenversicherer',
  'vat.reverse-charge':
    'Steuerschuldnerschaft des Leistungsempfängers, Art. 21 § 2 des Mehrwertsteuergesetzbuches',
  'vat.outside-scope':
    'Nicht der belgischen Mehrwertsteuer unterworfen, Art. 21 § 2 des Mehrwertsteuergesetzbuches',
  'vat.exempt-performance':
    'Von der Mehrwertsteuer befreit, Art. 44 § 2 Nr. 8 des Mehrwertsteuergesetzbuches',
  'vat.exempt-copyright': 'Von der Mehrwertsteuer befreit, Art. 44 § 3 Nr. 3 des Mehrwertsteuergesetzbuches',
  'vat.exempt-training': 'Von der Mehrwertsteuer befreit, Art. 44 § 2 Nr. 4 des Mehrwertsteuergesetzbuches',
}
