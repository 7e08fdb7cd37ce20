import type { Locale } from '@samen/core/country'

export const de: Locale = {
  'lines.health': 'Krankenversicherung (KV)',
  'lines.pension': 'Pensionsversicherung (PV)',
  'lines.unemployment': 'Arbeitslosenversicherung (AV)',
  'lines.accident': 'Unfallversicherung (UV)',
  'lines.insolvency': 'Insolvenzentgeltsicherung (IE)',
  'lines.housing-levy': 'Wohnbauförderungsbeitrag (WF)',
  'lines.chamber-of-labour': 'Arbeiterkammerumlage (AK)',
  'lines.marginal-levy': 'Dienstgeberabgabe für Geringfügige (DAG)',
  'lines.health-special': 'Krankenversicherung, Sonderzahlung',
  'lines.pension-special': 'Pensionsversicherung, Sonderzahlung',
  'lines.unemployment-special': 'Arbeitslosenversicherung, Sonderzahlung',
  'lines.accident-special': 'Unfallversicherung, Sonderzahlung',
  'lines.insolvency-special': 'Insolvenzentgeltsicherung, Sonderzahlung',
  'lines.marginal-levy-special': 'Dienstgeberabgabe für Geringfügige, Sonderzahlung',
  'lines.severance-fund': 'Betriebliche Vorsorge (BV)',
  'lines.family-fund': 'Dienstgeberbeitrag (DB)',
  'lines.chamber-surcharge': 'Zuschlag zum Dienstgeberbeitrag (DZ)',
  'lines.municipal-tax': 'Kommunalsteuer (KommSt)',
  'lines.vienna-levy': 'Wiener Dienstgeberabgabe (U-Bahn-Steuer)',
  'lines.card-fee': 'Service-Entgelt für die e-card',
  'lines.wage-tax': 'Lohnsteuer',
  'lines.wage-tax-special': 'Lohnsteuer auf sonstige Bezüge, feste Sätze',
  'lines.wage-tax-excess': 'Lohnsteuer auf den Sechstelüberhang',
  'lines.wage-tax-roll-over': 'Aufrollung der Lohnsteuer',
  'lines.wage-tax-control': 'Kontrollsechstel',
  'lines.special-pay-set-aside': 'Rücklage für Urlaubszuschuss und Weihnachtsremuneration',
  'lines.leave-set-aside': 'Rücklage für Urlaubsersatzleistung',
  'rules.branch':
    'Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}. Nur die Summe wird auf Cent gerundet; diese Zeile ist, was ihr Zweig dazu beiträgt.',
  'rules.unemployment':
    'Dein Satz hängt vom Entgelt des Monats ab: bei niedrigem Entgelt ist er kleiner oder null. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.accident':
    'Zahlt nur der Dienstgeber, auch für geringfügige Arbeit. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.marginal-levy':
    'Alle geringfügigen Entgelte des Dienstgebers zusammen übersteigen das Eineinhalbfache der Grenze, daher zahlt er eine pauschale Abgabe. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.capped':
    'Von deinem Entgelt von {{pay}} zählen nur {{ceiling}}: die tägliche Höchstbeitragsgrundlage mal {{days}} Versicherungstage. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.together':
    'Gerechnet auf das ganze Entgelt des Monats, {{pay}}, von dem {{base}} zählen, abzüglich dessen, was auf {{before}} schon verrechnet wurde. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.special-capped':
    'Von der Sonderzahlung von {{special}} zählen nur {{room}}: die Jahresgrenze ist {{ceiling}}, davon sind {{before}} verbraucht. Alle Zweige zusammen kosten dich {{employeeTotal}} und den Dienstgeber {{employerTotal}}; nur die Summe wird gerundet.',
  'rules.severance-fund': 'Fällig auf das ganze Entgelt ohne Höchstgrenze; daraus wird deine Abfertigung.',
  'rules.family-fund':
    'Fällig auf das ganze Entgelt ohne Höchstgrenze; daraus wird die Familienbeihilfe bezahlt.',
  'rules.chamber-surcharge':
    'Kammerumlage der Wirtschaftskammer des Landes auf die Grundlage des Dienstgeberbeitrags.',
  'rules.municipal-tax': 'Geht an die Gemeinde der Betriebsstätte, auf das ganze Entgelt ohne Höchstgrenze.',
  'rules.small-payroll':
    'Die ganze Lohnsumme des Monats ist {{pay}}; eine kleine Lohnsumme wird um {{allowance}} gekürzt.',
  'rules.vienna-levy': 'Wien verlangt {{perWeek}} für jede angefangene Woche: {{weeks}} Wochen.',
  'rules.card-fee': 'Entgelt für die e-card des nächsten Jahres, im November einbehalten.',
  'rules.wage-tax-month':
    'Steuerpflichtig sind {{taxable}}, im Jahr {{annual}}. Nach Werbungskosten und Pendlerpauschale von {{costs}} ergibt der Tarif {{tariffTax}}; Absetzbeträge nehmen {{credits}} weg. Ein Zwölftel ist {{tax}}, davon wurden {{before}} schon einbehalten.',
  'rules.wage-tax-days':
    'Steuerpflichtig sind {{taxable}} für {{days}} Kalendertage, im Jahr von 360 Tagen {{annual}}. Nach Werbungskosten und Pendlerpauschale von {{costs}} ergibt der Tarif {{tariffTax}}; Absetzbeträge nehmen {{credits}} weg. Für {{days}} Tage sind das {{tax}}.',
  'rules.wage-tax-special':
    'Sonderzahlungen bis zum Jahressechstel ({{sixth}}) haben feste Sätze: {{favoured}} davon, nach Sozialversicherung {{net}}. Im Jahr sind 620 frei, dann gelten 6 %, 27 % und 35,75 %; {{before}} kamen davor. Das ergibt {{tax}}.',
  'rules.wage-tax-special-exempt':
    'Dein Jahressechstel ist {{sixth}}. Bis {{limit}} bleiben Sonderzahlungen steuerfrei.',
  'rules.wage-tax-excess':
    '{{excess}} der Sonderzahlung liegen über dem Jahressechstel ({{sixth}}) oder über den festen Sätzen. Sie kommen zum steuerpflichtigen Bezug des Monats von {{taxable}} und werden nach Tarif besteuert: {{tax}} mehr.',
  'rules.wage-tax-roll-over':
    'Nach Tarif steuerpflichtig waren im Jahr {{taxable}}. Die Steuer darauf ist {{tax}}, davon wurden {{before}} einbehalten.',
  'rules.wage-tax-control':
    'Deine laufenden Bezüge des Jahres sind {{current}}, ein Sechstel davon {{sixth}}. Mit festen Sätzen besteuert wurden {{special}}, also {{beyond}} zu viel. Nach Sozialversicherung werden {{net}} nach Tarif besteuert ({{tariff}}), und {{back}} feste Steuer kommen zurück.',
  'rules.special-pay-set-aside':
    'Für Urlaubszuschuss und Weihnachtsremuneration wird {{share}} des Lohns zurückgelegt, samt Abgaben des Dienstgebers von {{duties}}.',
  'rules.leave-set-aside':
    'Für nicht verbrauchten Urlaub wird {{share}} des Lohns zurückgelegt, samt Abgaben des Dienstgebers von {{duties}}.',
  'rules.wage': 'Das für die Arbeit vereinbarte Entgelt.',
  'rules.special-pay': 'Sonderzahlung neben dem Entgelt, etwa Urlaubszuschuss oder Weihnachtsremuneration.',
  'rules.special-pay-along':
    'Dein Anteil an Urlaubszuschuss und Weihnachtsremuneration, zwei von vierzehn Monatsbezügen, gleich mitbezahlt.',
  'rules.leave-compensation': 'Ersatz für Urlaub, den du vor dem Ende der Arbeit nicht nehmen konntest.',
  'earnings.wage': 'Lohn oder Gehalt',
  'earnings.special-pay': 'Sonderzahlung',
  'earnings.leave-compensation': 'Urlaubsersatzleistung',
  'figures.contribution-base': 'Beitragsgrundlage der laufenden Bezüge',
  'figures.taxable-current': 'Lohnsteuerbemessungsgrundlage',
  'figures.taxable-special': 'Sonstige Bezüge mit festen Sätzen',
  'figures.sixth': 'Jahressechstel',
  'holidays.new-year': 'Neujahr',
  'holidays.epiphany': 'Heilige Drei Könige',
  'holidays.easter-monday': 'Ostermontag',
  'holidays.national-holiday-of-labour': 'Staatsfeiertag',
  'holidays.ascension': 'Christi Himmelfahrt',
  'holidays.whit-monday': 'Pfingstmontag',
  'holidays.corpus-christi': 'Fronleichnam',
  'holidays.assumption': 'Mariä Himmelfahrt',
  'holidays.national-day': 'Nationalfeiertag',
  'holidays.all-saints': 'Allerheiligen',
  'holidays.immaculate-conception': 'Mariä Empfängnis',
  'holidays.christmas': 'Christtag',
  'holidays.saint-stephen': 'Stefanitag',
  'authorities.oegk': 'Österreichische Gesundheitskasse (ÖGK)',
  'authorities.severance-fund': 'Betriebliche Vorsorgekasse',
  'authorities.tax-office': 'Finanzamt Österreich',
  'authorities.municipality': 'Gemeinde',
  'authorities.special-pay': 'Rücklage für Sonderzahlungen',
  'authorities.leave': 'Rücklage für Urlaub',
  'vat.reverse-charge':
    'Die Steuerschuld geht auf den Leistungsempfänger über (Reverse Charge, Art. 196 MwStSystRL)',
  'vat.outside-scope': 'In Österreich nicht steuerbar (§ 3a UStG)',
  'vat.exempt-performance': 'Umsatzsteuerfrei gemäß § 6 Abs. 1 Z 25 UStG',
  'vat.exempt-training': 'Umsatzsteuerfrei gemäß § 6 Abs. 1 Z 11 UStG',
}
