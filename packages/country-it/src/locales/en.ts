import type { Locale } from '@samen/core/country'

export const en: Locale = {
  'lines.pension': 'Pension (IVS)',
  'lines.pension-additional': 'Additional pension contribution of 1 %',
  'lines.solidarity': 'Solidarity contribution above the ceiling',
  'lines.discontinuity-solidarity': 'Solidarity for discontinuous work',
  'lines.unemployment': 'Unemployment (NASpI)',
  'lines.training': 'Training funds',
  'lines.fixed-term': 'Unemployment, surcharge for fixed terms',
  'lines.fixed-term-renewals': 'Unemployment, surcharge for renewals',
  'lines.discontinuity': 'Discontinuity allowance',
  'lines.family': 'Family allowances (CUAF)',
  'lines.sickness': 'Sickness',
  'lines.maternity': 'Maternity',
  'lines.severance-guarantee': 'Severance guarantee fund',
  'lines.wage-support': 'Wage-support fund (FIS)',
  'lines.extraordinary-wage-support': 'Extraordinary wage support (CIGS)',
  'lines.work-injury': 'Work accidents (INAIL)',
  'lines.severance': 'Severance pay set aside (TFR)',
  'lines.thirteenth': '13th month set aside',
  'lines.thirteenth-contributions': 'Contributions on the 13th month set aside',
  'lines.income-tax': 'Income tax (IRPEF) before credits',
  'lines.employee-credit': 'Employee credit',
  'lines.further-credit': 'Further credit',
  'lines.spouse-credit': 'Credit for a spouse',
  'lines.children-credit': 'Credit for children',
  'lines.ascendants-credit': 'Credit for ascendants',
  'lines.credits-unused': 'Credits beyond the tax',
  'lines.income-tax-withheld': 'Income tax withheld before',
  'lines.integration': 'Trattamento integrativo',
  'lines.wedge': 'Somma integrativa',
  'lines.bonuses-paid': 'Trattamento and somma integrativa paid before',
  'lines.bonuses-later': 'Bonuses to be given back next year',
  'lines.integration-back': 'Trattamento integrativo of last year given back, instalment',
  'lines.wedge-back': 'Somma integrativa of last year given back, instalment',
  'lines.severance-paid': 'Severance pay (TFR) paid out',
  'lines.severance-tax': 'Separate tax on severance pay',
  'lines.severance-term-credit': 'Severance pay of a short fixed term',
  'lines.severance-credit': 'Credit on severance pay',
  'lines.beyond-pay': 'Beyond this pay, still to be paid',
  'lines.regional-surtax': 'Regional surtax of last year, instalment',
  'lines.municipal-surtax': 'Municipal surtax of last year, instalment',
  'lines.municipal-surtax-advance': 'Municipal surtax of this year, advance',
  'lines.regional-surtax-year': 'Regional surtax of this year',
  'lines.municipal-surtax-year': 'Municipal surtax of this year, less the advance',
  'rules.pension':
    'Pension contribution on your pay in whole euro, at least the legal minimum for the days worked and at most the ceiling.',
  'rules.pension-additional':
    'On what you earn in the month above {{band}} one percent more goes to your pension.',
  'rules.pension-additional-day':
    'On what you earn in a day above {{band}} one percent more goes to your pension, up to the ceiling of the day.',
  'rules.pension-additional-year':
    'Over the whole year one percent more is due on pay above {{band}}; {{before}} was withheld before.',
  'rules.solidarity':
    'On pay above the ceiling no pension is earned; both sides pay this contribution instead.',
  'rules.discontinuity-solidarity': 'On pay above the ceiling show workers support colleagues between jobs.',
  'rules.unemployment': 'The employer insures you against unemployment.',
  'rules.training': 'The employer pays this share for training, through a fund of its choice.',
  'rules.fixed-term': 'Contracts that are not permanent cost the employer more for unemployment.',
  'rules.fixed-term-renewals': 'Each renewal of a fixed-term contract adds half a percent.',
  'rules.discontinuity': 'The employer pays for the allowance show workers receive between jobs.',
  'rules.family': 'The employer pays this share for family allowances.',
  'rules.sickness':
    'The employer insures your pay in sickness; for fixed-term show workers up to a daily pay.',
  'rules.maternity': 'The employer insures maternity pay.',
  'rules.severance-guarantee': 'If the employer fails, this fund pays your severance.',
  'rules.wage-support': 'The fund pays wages when work is suspended; the worker bears a third.',
  'rules.extraordinary-wage-support':
    'Employers of more than fifteen and their workers pay for long suspensions.',
  'rules.work-injury': 'The premium for work accidents, by the risk of the work.',
  'rules.severance':
    'For each pay one part in 13.5 is set aside until you leave, less {{off}} the employer paid as pension contribution.',
  'rules.thirteenth': 'A twelfth of the pay is kept for the 13th month.',
  'rules.thirteenth-contributions': 'The contributions that will be due when the 13th month is paid.',
  'rules.income-tax-month':
    'Pay of the month after contributions is {{month}}; the yearly scale is applied in twelfths. {{before}} was reckoned before in the month.',
  'rules.income-tax-extra-month': 'The 13th month is taxed alone by the scale in twelfths, without credits.',
  'rules.income-tax-year': 'The yearly scale on all you earned in the year.',
  'rules.employee-credit-month':
    'Credit of employees on an expected income of {{income}}, for {{days}} days of 365.',
  'rules.employee-credit-year': 'Credit of employees on an income of {{income}}, for {{days}} days of 365.',
  'rules.further-credit-month':
    'Further credit on an expected income of {{income}}, for {{days}} days of 365.',
  'rules.further-credit-year': 'Further credit on an income of {{income}}, for {{days}} days of 365.',
  'rules.spouse-credit-month':
    'A twelfth of the credit for a dependent spouse on an expected income of {{income}} ({{days}} days paid).',
  'rules.spouse-credit-year':
    'Credit for a dependent spouse on an income of {{income}}, for the months that {{days}} days stand for.',
  'rules.children-credit-month':
    'A twelfth of the credit for children of 21 to 29 on an expected income of {{income}} ({{days}} days paid).',
  'rules.children-credit-year':
    'Credit for children of 21 to 29 on an income of {{income}}, for the months that {{days}} days stand for.',
  'rules.ascendants-credit-month':
    'A twelfth of the credit for ascendants at home on an expected income of {{income}} ({{days}} days paid).',
  'rules.ascendants-credit-year':
    'Credit for ascendants at home on an income of {{income}}, for the months that {{days}} days stand for.',
  'rules.credits-unused': 'Credits lower the tax to nothing, not below.',
  'rules.withheld-before': 'Income tax withheld earlier in the year.',
  'rules.paid-before': 'What was paid to you earlier in the year is set against what is due.',
  'rules.integration':
    'Paid by the State with the wage, on an income of {{income}}, for {{days}} days of 365.',
  'rules.wedge':
    'A tax-free share of your pay, because your income of {{income}} is at most 20 000. Its rate goes by a full year’s pay of {{fullYear}}.',
  'rules.bonuses-later':
    'More than 60 was paid to you in advance that is not due, so it is given back in parts: this pay bears the first.',
  'rules.severance-paid': 'What was set aside for you in {{months}} months is paid out.',
  'rules.severance-tax':
    'Severance pay is taxed apart, at the average rate of a reference income of {{reference}}: the severance pay of a year times twelve ({{months}} months of work). The Revenue settles it later.',
  'rules.severance-term-credit':
    'A fixed term of up to two years lowers the tax on severance pay by the months worked.',
  'rules.severance-credit': 'Credit on severance pay with a reference income of {{reference}}.',
  'rules.beyond-pay': 'The settlement asks more than this pay can bear; the rest is to be paid apart.',
  'rules.surtax-instalment':
    'Last year’s settlement left {{whole}}, withheld in {{parts}} monthly parts; {{before}} came before.',
  'rules.surtax-rest':
    'The contract ends, so all that is left of {{whole}} is withheld; {{before}} came before.',
  'rules.regional-surtax-year':
    'Surtax of your region on the income of the year, withheld at once because the contract ends.',
  'rules.regional-surtax-year-credit':
    'Surtax of your region on the income of the year less its credit of {{credit}}, withheld at once because the contract ends.',
  'rules.municipal-surtax-year':
    'Surtax of your town of {{whole}} less the advance of {{advance}}, withheld at once because the contract ends.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.extra-month': 'The 13th month, or another yearly pay.',
  'earnings.wage': 'Wage',
  'earnings.extra-month': '13th month',
  'figures.contribution-base': 'Pay on which contributions are charged',
  'figures.regional-surtax-due': 'Regional surtax of the year, withheld next year',
  'figures.municipal-surtax-due': 'Municipal surtax of the year, withheld next year after the advance',
  'figures.municipal-advance-next': 'Advance of next year’s municipal surtax',
  'figures.integration-back-due': 'Trattamento integrativo to be given back next year, by July',
  'figures.wedge-back-due': 'Somma integrativa to be given back next year, by September',
  'holidays.new-year': 'New Year’s Day',
  'holidays.epiphany': 'Epiphany',
  'holidays.easter-sunday': 'Easter Sunday',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.liberation': 'Liberation Day',
  'holidays.labour-day': 'Labour Day',
  'holidays.republic': 'Republic Day',
  'holidays.assumption': 'Assumption Day',
  'holidays.saint-francis': 'Saint Francis of Assisi',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.immaculate-conception': 'Immaculate Conception',
  'holidays.christmas': 'Christmas Day',
  'holidays.saint-stephen': 'Saint Stephen’s Day',
  'holidays.patron-saint': 'Patron saint’s day of the town',
  'authorities.inps': 'INPS: social contributions',
  'authorities.inail': 'INAIL: work accidents',
  'authorities.agenzia-entrate': 'Revenue Agency: income tax',
  'authorities.region': 'Regional surtax',
  'authorities.municipality': 'Municipal surtax',
  'authorities.tfr': 'Severance pay to be paid out',
  'authorities.thirteenth': '13th month to be paid out',
  'checklist.call-announced': 'Will each call be announced to the Labour Ministry before it starts?',
  'checklist.risk-assessed': 'Were the risks of the work assessed?',
  'checklist.credits-declared': 'Has the worker declared which tax credits to grant?',
  'vat.iva-per-cassa': 'VAT on payment: operazione con IVA per cassa, art. 32-bis D.L. 83/2012',
  'vat.reverse-charge': 'Inversione contabile / reverse charge: VAT is paid by the customer',
  'vat.outside-scope': 'Operazione non soggetta: not subject to VAT, supplied outside the European Union',
  'vat.split-payment':
    'Split payment (scissione dei pagamenti): the client pays the VAT to the state, DPR 633/1972 art. 17-ter',
  'vat.exempt-training': 'Exempt from VAT: education, DPR 633/1972 art. 10',
  'invoice.terms':
    'Courtesy copy: the electronic invoice is the one that counts (Legislative Decree 127/2015, art. 1).',
}
