import type { Locale } from '@samen/core/country'

export const en: Locale = {
  'lines.old-age-pension': 'Old-age pension contribution',
  'lines.survivors-pension': 'Survivors’ pension contribution',
  'lines.sickness-insurance': 'Sickness insurance contribution',
  'lines.work-injury': 'Work injury contribution',
  'lines.parental-insurance': 'Parental insurance contribution',
  'lines.labour-market': 'Labour market contribution',
  'lines.general-payroll-tax': 'General payroll tax',
  'lines.youth-reduction': 'Reduction for the young',
  'lines.occupational-pension': 'Occupational pension premium',
  'lines.pension-payroll-tax': 'Special payroll tax on the pension premium',
  'lines.holiday-provision': 'Holiday compensation set aside',
  'lines.holiday-contributions': 'Contributions on holiday compensation set aside',
  'lines.wage-tax': 'Preliminary tax',
  'lines.wage-tax-one-off': 'Preliminary tax on a one-off payment',
  'lines.wage-tax-sink': 'Special income tax of non-residents (SINK)',
  'lines.wage-tax-a-sink': 'Special income tax of non-resident artists (A-SINK)',
  'rules.contribution':
    'The employer pays this share of your pay to social insurance. Each share is rounded so that together they are exactly the whole rate.',
  'rules.general-payroll-tax':
    'A tax on wages that is collected with the social contributions. Each share is rounded so that together they are exactly the whole rate.',
  'rules.pension-only':
    'At your age only the old-age pension contribution is due; all other contributions fall away.',
  'rules.youth-reduction':
    'You were 18 to 22 at the start of the year: on up to {{ceiling}} a month, here {{low}}, contributions are {{reduced}} in place of {{whole}}.',
  'rules.occupational-pension': 'The premium your employer pays into your occupational pension.',
  'rules.pension-payroll-tax': 'The employer pays this tax on what it pays into your pension.',
  'rules.holiday-provision':
    'For every wage holiday compensation is earned; it is set aside until it is paid.',
  'rules.holiday-contributions': 'The contributions that will be due when the holiday compensation is paid.',
  'rules.table':
    'Tax table {{table}}, column {{column}}: from {{from}} to {{to}} a month the tax is {{tax}}. It is a twelfth, rounded down, of the tax on {{year}} a year: {{yearlyTax}}.',
  'rules.table-month':
    'All pay of the month together is {{month}}. Tax table {{table}}, column {{column}}: from {{from}} to {{to}} the tax is {{tax}}, a twelfth, rounded down, of the tax on {{year}} a year: {{yearlyTax}}. {{before}} was withheld before.',
  'rules.table-undecided':
    'There is no tax decision yet, so {{undecided}} of the table amount is withheld. All pay of the month together is {{month}}; table {{table}}, column {{column}}, from {{from}} to {{to}}: {{tax}}, a twelfth, rounded down, of the tax on {{year}} a year: {{yearlyTax}}. {{before}} was withheld before.',
  'rules.table-percent':
    'All pay of the month together is {{month}}. At that height table {{table}}, column {{column}} asks {{rate}} of it, whole kronor: {{tax}}. {{before}} was withheld before.',
  'rules.table-percent-undecided':
    'There is no tax decision yet, so {{undecided}} of the table amount is withheld. All pay of the month together is {{month}}; at that height table {{table}}, column {{column}} asks {{rate}} of it: {{tax}}. {{before}} was withheld before.',
  'rules.side-income':
    'Another employer pays most of your income, so this one withholds a fixed share. Öre are dropped.',
  'rules.adjusted-rate': 'The Tax Agency decided this rate for you (jämkning). Öre are dropped.',
  'rules.adjusted-amount':
    'The Tax Agency decided an amount a month for you (jämkning): {{amount}}, of which {{before}} was withheld before.',
  'rules.sink':
    'You live abroad and chose, with a decision of the Tax Agency, one final tax on your pay here. Öre are dropped.',
  'rules.a-sink': 'Performing artists who live abroad pay one final tax on their fee here. Öre are dropped.',
  'rules.one-off':
    'One-off payments have one rate, which follows from your expected pay of the year with this payment, {{yearly}}: column {{column}} asks {{rate}}. Öre are dropped.',
  'rules.one-off-irregular': 'Without regular pay a one-off payment has one fixed rate. Öre are dropped.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.one-off-pay': 'Pay beside the ordinary wage.',
  'rules.holiday-included':
    'Holiday compensation of 12 % of the wage, paid with it because no paid leave is taken.',
  'rules.holiday-paid': 'Holiday compensation paid at the end of the engagement.',
  'earnings.wage': 'Wage',
  'earnings.one-off': 'One-off payment',
  'earnings.holiday-compensation': 'Holiday compensation',
  'figures.contribution-base': 'Pay on which contributions are charged',
  'figures.below-threshold': 'Not charged while the year stays below 1 000 kronor',
  'figures.earlier-pay-charged': 'Of it earlier pay of the year, not charged until it reached 1 000 kronor',
  'holidays.new-year': 'New Year’s Day',
  'holidays.epiphany': 'Epiphany',
  'holidays.good-friday': 'Good Friday',
  'holidays.easter-sunday': 'Easter Sunday',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.labour-day': 'May Day',
  'holidays.ascension': 'Ascension Day',
  'holidays.whit-sunday': 'Whit Sunday',
  'holidays.national-day': 'National Day',
  'holidays.midsummer-eve': 'Midsummer Eve',
  'holidays.midsummer-day': 'Midsummer Day',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.christmas-eve': 'Christmas Eve',
  'holidays.christmas': 'Christmas Day',
  'holidays.boxing-day': 'Boxing Day',
  'holidays.new-year-eve': 'New Year’s Eve',
  'authorities.skatteverket-contributions': 'Swedish Tax Agency: employer contributions',
  'authorities.skatteverket-tax': 'Swedish Tax Agency: preliminary tax',
  'authorities.skatteverket-pension-tax': 'Swedish Tax Agency: special payroll tax on pension costs',
  'authorities.pension-insurer': 'Occupational pension insurer',
  'authorities.holiday-pay': 'Holiday compensation to be paid out',
  'authorities.holiday-contributions': 'Contributions on holiday compensation to be paid out',
  'vat.reverse-charge': 'Reverse charge / omvänd betalningsskyldighet: VAT is paid by the customer',
  'vat.outside-scope': 'Not subject to Swedish VAT: supplied outside the European Union',
  'vat.exempt-training': 'Exempt from VAT: education, mervärdesskattelagen 10 kap.',
}
