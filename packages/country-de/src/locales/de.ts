import type { Locale } from '@samen/core/country'

/** Texte auf Deutsch. */
export const de: Locale = Object.freeze({
  'lines.health': 'Krankenversicherung',
  'lines.health-supplement': 'Krankenversicherung, Zusatzbeitrag',
  'lines.care': 'Pflegeversicherung',
  'lines.care-childless': 'Pflegeversicherung, Zuschlag für Kinderlose',
  'lines.pension': 'Rentenversicherung',
  'lines.unemployment': 'Arbeitslosenversicherung',
  'lines.sick-pay-levy': 'Umlage U1 (Krankheit)',
  'lines.maternity-levy': 'Umlage U2 (Mutterschaft)',
  'lines.insolvency-levy': 'Insolvenzgeldumlage',
  'lines.accident-insurance': 'Unfallversicherung',
  'lines.minijob-health': 'Krankenversicherung, Pauschalbeitrag (Minijob)',
  'lines.minijob-pension': 'Rentenversicherung (Minijob)',
  'lines.minijob-flat-tax': 'Einheitliche Pauschsteuer',
  'lines.private-health-subsidy': 'Zuschuss zur privaten Krankenversicherung',
  'lines.private-care-subsidy': 'Zuschuss zur privaten Pflegeversicherung',
  'lines.flat-wage-tax': 'Pauschale Lohnsteuer',
  'lines.flat-solidarity': 'Solidaritätszuschlag zur pauschalen Lohnsteuer',
  'lines.flat-church-tax': 'Pauschale Kirchensteuer',
  'lines.wage-tax': 'Lohnsteuer',
  'lines.solidarity-surcharge': 'Solidaritätszuschlag',
  'lines.church-tax': 'Kirchensteuer',
  'earnings.base-pay': 'Arbeitsentgelt',
  'earnings.one-off-pay': 'Einmalzahlung',
  'earnings.holiday-pay': 'Urlaubsgeld oder Urlaubsabgeltung',
  'earnings.settlement': 'Entgelt beim Jahresausgleich',
  'figures.health-base': 'Beitragspflichtig in Kranken- und Pflegeversicherung',
  'figures.pension-base': 'Beitragspflichtig in Renten- und Arbeitslosenversicherung',
  'figures.minimum-wage': 'Mindestlohn für die bezahlten Stunden',
  'figures.minimum-wage-shortfall': 'Fehlbetrag zum Mindestlohn',
  'figures.flat-tax-limit':
    'Höchstbetrag für die Pauschalierung kurzfristiger Arbeit nach Tagen oder Stunden',
  'figures.flat-tax-excess':
    'Entgelt darüber: nicht pauschal zu besteuern, außer bei unvorhersehbarem sofortigem Bedarf',
  'authorities.health-fund': 'Krankenkasse als Einzugsstelle',
  'authorities.minijob-zentrale': 'Minijob-Zentrale',
  'authorities.private-insurer': 'Private Kranken- und Pflegeversicherung',
  'authorities.finanzamt': 'Finanzamt',
  'authorities.vbg': 'VBG (Berufsgenossenschaft)',
  'holidays.new-year': 'Neujahr',
  'holidays.epiphany': 'Heilige Drei Könige',
  'holidays.womens-day': 'Internationaler Frauentag',
  'holidays.good-friday': 'Karfreitag',
  'holidays.easter-sunday': 'Ostersonntag',
  'holidays.easter-monday': 'Ostermontag',
  'holidays.labour-day': 'Tag der Arbeit',
  'holidays.liberation-day': 'Tag der Befreiung',
  'holidays.ascension': 'Christi Himmelfahrt',
  'holidays.whit-sunday': 'Pfingstsonntag',
  'holidays.whit-monday': 'Pfingstmontag',
  'holidays.corpus-christi': 'Fronleichnam',
  'holidays.peace-festival': 'Augsburger Hohes Friedensfest',
  'holidays.assumption': 'Mariä Himmelfahrt',
  'holidays.childrens-day': 'Weltkindertag',
  'holidays.german-unity': 'Tag der Deutschen Einheit',
  'holidays.reformation-day': 'Reformationstag',
  'holidays.all-saints': 'Allerheiligen',
  'holidays.repentance-day': 'Buß- und Bettag',
  'holidays.christmas': 'Erster Weihnachtstag',
  'holidays.second-christmas-day': 'Zweiter Weihnachtstag',
  'vat.reverse-charge': 'Steuerschuldnerschaft des Leistungsempfängers (§ 13b UStG)',
  'vat.outside-scope': 'Nicht im Inland steuerbar: Leistungsort im Ausland (§ 3a UStG)',
  'vat.exempt-training': 'Umsatzsteuerfrei: Unterricht (§ 4 Nr. 21 UStG)',
  'vat.exempt-culture': 'Umsatzsteuerfrei: Kultur mit Bescheinigung des Landes (§ 4 Nr. 20 UStG)',
  'checklist.instructions': 'Der Auftraggeber gibt keine Weisungen, wie, wann und wo gearbeitet wird.',
  'checklist.integration':
    'Die Person wird nicht in die Organisation des Auftraggebers eingegliedert: Dienstpläne, Teams, Arbeitsmittel.',
  'checklist.personal-work': 'Die Person arbeitet selbst, für die Genossenschaft.',
  'checklist.immediate-notice':
    'In Bau, Gastronomie, Beförderung, Reinigung, Bewachung, Messebau und ähnlichen Branchen: Die Sofortmeldung ging vor Beginn hinaus.',
  'checklist.fixed-term-in-writing': 'Die Befristung wurde vor Beginn schriftlich vereinbart.',
  'checklist.earlier-employment':
    'War die Person schon bei der Genossenschaft beschäftigt? Dann braucht eine Befristung einen Sachgrund.',
  'checklist.hours-agreed':
    'Die Wochenstunden sind vereinbart; bei Arbeit auf Abruf gelten sonst 20 Stunden.',
  'checklist.minimum-wage': 'Das Entgelt erreicht für jede Stunde den Mindestlohn.',
  'checklist.terms-in-text':
    'Die wesentlichen Bedingungen liegen in Textform vor; Entgelt und Arbeitszeit am ersten Tag.',
  'checklist.other-short-work':
    'Nach anderen Minijobs und kurzfristigen Beschäftigungen des Jahres wurde gefragt: Sie zählen zusammen.',
  'rules.ceiling':
    'Je Seite der halbe Satz auf {{pay}}, höchstens auf die Bemessungsgrenze von {{ceiling}} für die Versicherungstage; davon waren {{room}} frei.',
  'rules.shared-ceiling':
    '{{pay}} hier und {{other}} anderswo teilen sich die Bemessungsgrenze von {{ceiling}} nach ihrer Höhe; hier waren {{room}} frei.',
  'rules.year-ceiling':
    'Die Einmalzahlung von {{pay}} ist beitragspflichtig, soweit die anteilige Jahresgrenze reicht: {{room}}.',
  'rules.last-year':
    'Die Einmalzahlung von {{pay}} zwischen Januar und März übersteigt den Rest des laufenden Jahres und zählt zum letzten Dezember (Märzklausel): Grenze {{ceiling}}, davon {{room}} frei.',
  'rules.zone':
    'Übergangsbereich von {{limit}} bis {{top}}: Bei {{pay}} wird der Gesamtbeitrag auf {{whole}} berechnet, der Arbeitnehmeranteil auf {{worker}}; den Rest trägt der Arbeitgeber.',
  'rules.zone-alone':
    'Übergangsbereich von {{limit}} bis {{top}}: Bei {{pay}} trägt die versicherte Person dies allein, auf {{whole}}, die Grundlage des Gesamtbeitrags (ihr Anteil sonst auf {{worker}}).',
  'rules.levy': 'Umlage des Arbeitgebers auf das rentenversicherungspflichtige Entgelt.',
  'rules.accident-insurance':
    'Rückstellung für den Jahresbeitrag zur Unfallversicherung: Entgelt × Gefahrklasse × Beitragsfuß.',
  'rules.minijob-health': 'Pauschalbeitrag des Arbeitgebers für gesetzlich Krankenversicherte.',
  'rules.minijob-pension':
    'Der Arbeitgeber trägt 15 %, die beschäftigte Person den Rest zum vollen Rentenbeitrag.',
  'rules.minijob-floor':
    'Der volle Beitrag ist auf mindestens {{floor}} fällig; der Arbeitgeber trägt davon 15 % von {{pay}}, die beschäftigte Person den Rest.',
  'rules.minijob-exempt':
    'Pauschalbeitrag des Arbeitgebers; die beschäftigte Person ist befreit oder hat nichts verdient.',
  'rules.minijob-flat-tax': 'Eine Pauschsteuer für Lohnsteuer, Solidaritätszuschlag und Kirchensteuer.',
  'rules.private-subsidy':
    'Der Arbeitgeber zahlt die Hälfte der privaten Prämie, höchstens seinen Anteil an einer gesetzlichen Kasse; steuerfrei.',
  'rules.flat-wage-tax': 'Kurzfristige Beschäftigung, pauschal besteuert; Bruchteile eines Cents entfallen.',
  'rules.flat-solidarity': 'Auf die pauschale Lohnsteuer, ohne Freigrenze.',
  'rules.flat-church-tax':
    'Auf die pauschale Lohnsteuer nachgewiesener Mitglieder, zum vollen Satz des Landes.',
  'rules.flat-church-simplified': 'Auf die pauschale Lohnsteuer aller, zum ermäßigten Satz des Landes.',
  'rules.wage-tax-month':
    'Klasse {{taxClass}}: {{pay}} sind {{yearPay}} im Jahr; nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} werden {{income}} mit {{yearTax}} im Jahr besteuert, ein Zwölftel im Monat ({{withheld}} schon einbehalten).',
  'rules.wage-tax-month-to-date':
    'Klasse {{taxClass}}: Das Entgelt des ganzen Monats, {{pay}}, sind {{yearPay}} im Jahr; nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} werden {{income}} mit {{yearTax}} im Jahr besteuert, ein Zwölftel im Monat; davon {{withheld}} schon einbehalten.',
  'rules.wage-tax-year':
    'Klasse {{taxClass}}: {{pay}} ({{yearPay}}) nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} sind {{income}}, besteuert mit {{yearTax}} ({{withheld}} schon einbehalten).',
  'rules.wage-tax-week':
    'Klasse {{taxClass}}: {{pay}} in der Woche sind {{yearPay}} im Jahr; nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} werden {{income}} mit {{yearTax}} im Jahr besteuert, 7/360 in der Woche ({{withheld}} schon einbehalten).',
  'rules.wage-tax-days':
    'Klasse {{taxClass}}: {{days}} Tage zu je {{pay}}, {{yearPay}} im Jahr; nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} werden {{income}} mit {{yearTax}} im Jahr besteuert, 1/360 je Tag.',
  'rules.wage-tax-one-off':
    'Klasse {{taxClass}}: Mit der Zahlung von {{pay}} wird der Jahresarbeitslohn von {{yearPay}} mit {{taxWith}} besteuert, ohne sie mit {{taxWithout}}; fällig ist der Unterschied.',
  'rules.settlement':
    'Lohnsteuer-Jahresausgleich, Klasse {{taxClass}}: {{pay}} ({{yearPay}}) nach Pauschbeträgen von {{fixed}} und Vorsorgepauschale von {{social}} sind {{income}}, besteuert mit {{yearTax}}; {{withheld}} wurde einbehalten, das Mehr wird erstattet.',
  'rules.settlement-excluded':
    'Kein Jahresausgleich: Vom Jahr ist nichts bekannt, oder Klasse {{taxClass}}, Faktor oder Freibetrag schließen ihn aus. Entgelt {{pay}} ({{yearPay}}), Pauschbeträge {{fixed}}, Vorsorge {{social}}, Einkommen {{income}}, Steuer {{yearTax}}, einbehalten {{withheld}}.',
  'rules.solidarity-surcharge':
    '5,5 % der Lohnsteuer ({{tax}}), gleitend ab einer Jahressteuer von {{limit}}; Kinder sind berücksichtigt.',
  'rules.church-tax':
    'Satz von {{land}} auf die Lohnsteuer von {{base}}, Kinder berücksichtigt; Bruchteile eines Cents entfallen.',
  'rules.base-pay': 'Entgelt des Monats.',
  'rules.base-pay-part': 'Entgelt für die Beschäftigungstage im Monat.',
  'rules.one-off-pay': 'Einmal gezahlt, nicht für die Arbeit eines einzelnen Monats.',
  'rules.holiday-pay': 'Urlaubsgeld oder Abgeltung nicht genommenen Urlaubs.',
  'rules.settlement-pay': 'Entgelt mit dem Jahresausgleich.',
})
