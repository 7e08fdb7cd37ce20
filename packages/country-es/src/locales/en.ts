import type { Locale } from '@samen/core/country'

const QUOTA =
  'Of {{annualPay}} a year {{annualContributions}} of contributions, {{expenses}} of expenses and {{reduction}} for work are taken off: the base is {{base}}, the personal and family minimum {{minimum}}, the tax of the year {{quota}}, less {{mortgage}} for a mortgage.'

export const en: Locale = {
  'lines.common-contingencies': 'Common contingencies',
  'lines.common-contingencies-settled': 'Common contingencies, year settled',
  'lines.sickness': 'Sickness',
  'lines.pensioner-solidarity': 'Special solidarity of working pensioners',
  'lines.equity': 'Intergenerational equity (MEI)',
  'lines.unemployment': 'Unemployment',
  'lines.unemployment-settled': 'Unemployment, year settled',
  'lines.wage-guarantee': 'Wage guarantee fund (FOGASA)',
  'lines.training': 'Vocational training',
  'lines.work-accident': 'Work accidents and diseases',
  'lines.solidarity-1': 'Solidarity contribution, first band',
  'lines.solidarity-2': 'Solidarity contribution, second band',
  'lines.solidarity-3': 'Solidarity contribution, third band',
  'lines.solidarity-before': 'Solidarity contribution borne before in the month',
  'lines.solidarity-settled': 'Solidarity contribution, year settled',
  'lines.overtime': 'Overtime contribution',
  'lines.overtime-emergency': 'Overtime contribution, force majeure',
  'lines.short-contract': 'Short contract contribution',
  'lines.end-indemnity': 'End-of-contract indemnity set aside',
  'lines.wage-tax': 'Income tax withheld (IRPF)',
  'rules.common':
    'Pensions, sickness and family, on the pay of {{pay}} with extra pays prorated and without overtime, at least {{least}} and at most {{most}}.',
  'rules.common-artist':
    'Artists contribute on the days of performance: {{pay}} of the month so far, at most the provisional bases {{most}}, at least {{least}}; what was charged before comes off.',
  'rules.pensioner-solidarity':
    'You draw a retirement pension while you work: a special contribution is due in place of those for pension and unemployment.',
  'rules.equity': 'An additional contribution that strengthens the pension reserve.',
  'rules.unemployment-permanent':
    'Unemployment insurance of permanent and substitution contracts and of workers with a disability.',
  'rules.unemployment-temporary': 'Unemployment insurance of fixed-term contracts.',
  'rules.wage-guarantee': 'Pays your wage if the employer becomes insolvent. The employer pays it.',
  'rules.training': 'Pays for vocational training.',
  'rules.work-accident':
    'The employer insures accidents at work at the rate of its activity or your occupation, {{activity}}: {{temporary}} for temporary and {{permanent}} for permanent disability and survivors.',
  'rules.work-accident-own': 'The employer insures accidents at work at the rate fixed for it.',
  'rules.solidarity':
    'On pay above the ceiling: of {{pay}} the part above {{from}}, band by band. It gives no right to benefits.',
  'rules.solidarity-before': 'All pay of the month is looked at together; what earlier pays bore comes off.',
  'rules.training-contract':
    'Training contracts bear flat quotas of the month, and the ordinary rates on the base above the least one.',
  'rules.overtime': 'Overtime bears its own contribution.',
  'rules.overtime-emergency': 'Overtime by force majeure bears a lower contribution.',
  'rules.short-contract':
    'A fixed-term contract of fewer than 30 days, here {{days}}, costs the employer {{amount}} at its end.',
  'rules.end-indemnity':
    'Twelve days’ pay a year, due when a fixed-term contract ends; twenty for an artist of more than eighteen months.',
  'rules.artist-settlement':
    'The year’s pay as an artist, {{pay}}, under the annual ceiling of {{ceiling}} replaces the provisional bases of {{before}}.',
  'rules.artist-solidarity-settlement':
    'On the year’s pay of {{pay}} above {{ceiling}} the solidarity contribution is {{due}}; {{before}} was borne before.',
  'rules.wage-tax': `${QUOTA} Divided by the annual pay and cut to two decimals the rate is {{rate}}.`,
  'rules.wage-tax-exempt':
    'Your annual pay of {{annualPay}} lies within the limit below which nothing is withheld in your family situation.',
  'rules.wage-tax-least':
    'Artists and contracts under a year bear at least 2 %, in Ceuta and Melilla 0.8 %; other special relations more. The rate is {{rate}}.',
  'rules.wage-tax-kept': 'Nothing has changed since the rate was computed: {{rate}} on {{annualPay}} a year.',
  'rules.wage-tax-regularised': `${QUOTA} {{before}} was withheld before; the rest over the {{left}} still to be paid, cut to two decimals and within the limits of a regularisation, is {{rate}}.`,
  'rules.wage-tax-requested': 'You asked for the higher rate of {{rate}}.',
  'rules.wage-tax-day-labour':
    'Day labour bears the rate of a hundred such days, {{pay}}: {{rate}}. Nothing is regularised.',
  'rules.non-resident': 'You live abroad and pay one flat rate on your pay here.',
  'rules.arrears': 'Pay of earlier years has a fixed rate.',
  'rules.course': 'Courses, lectures and authors’ works have a fixed rate.',
  'rules.small-author': 'Authors of little income have a lower fixed rate.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.artist-pay': 'The pay of an artist or technician for the engagement.',
  'rules.extra-pay': 'One of the two extra pays of the year.',
  'rules.one-off': 'Pay beside the ordinary wage.',
  'rules.holiday': 'Leave not taken, paid at the end of the contract.',
  'rules.exempt': 'Indemnities and allowances within the legal limits, free of tax and contributions.',
  'earnings.wage': 'Wage',
  'earnings.artist-pay': 'Artistic pay',
  'earnings.extra-pay': 'Extra pay',
  'earnings.one-off': 'One-off pay',
  'earnings.holiday': 'Leave not taken',
  'earnings.exempt': 'Exempt indemnities and allowances',
  'figures.common-base': 'Base of common contingencies',
  'figures.professional-base': 'Base of professional contingencies',
  'figures.annual-pay': 'Annual pay the rate rests on',
  'figures.minimum-wage': 'Minimum wage of the period',
  'figures.minimum-wage-shortfall': 'Lacking to the minimum wage',
  'holidays.new-year': 'New Year’s Day',
  'holidays.epiphany': 'Epiphany',
  'holidays.maundy-thursday': 'Maundy Thursday',
  'holidays.good-friday': 'Good Friday',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.labour-day': 'Labour Day',
  'holidays.assumption': 'Assumption Day',
  'holidays.national-day': 'National Day',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.constitution': 'Constitution Day',
  'holidays.immaculate-conception': 'Immaculate Conception',
  'holidays.christmas': 'Christmas Day',
  'holidays.regional-day': 'Day of the community',
  'authorities.tgss': 'Social Security Treasury (TGSS)',
  'authorities.aeat': 'Tax Agency: income tax withheld',
  'authorities.end-indemnity': 'End-of-contract indemnities to be paid out',
  'vat.criterio-de-caja': 'Special cash-accounting scheme (régimen especial del criterio de caja)',
  'vat.reverse-charge': 'Reverse charge (inversión del sujeto pasivo)',
  'vat.outside-scope': 'Not subject to Spanish VAT, art. 69 of Law 37/1992',
  'vat.exempt-training': 'Exempt from VAT, art. 20.Uno.9º of Law 37/1992',
  'vat.exempt-culture': 'Exempt from VAT, art. 20.Uno.14º of Law 37/1992',
}
