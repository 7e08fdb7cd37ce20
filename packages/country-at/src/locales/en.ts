import type { Locale } from '@samen/core/country'

export const en: Locale = {
  'lines.health': 'Health insurance (KV)',
  'lines.pension': 'Pension insurance (PV)',
  'lines.unemployment': 'Unemployment insurance (AV)',
  'lines.accident': 'Accident insurance (UV)',
  'lines.insolvency': 'Insolvency fund (IE)',
  'lines.housing-levy': 'Housing levy (WF)',
  'lines.chamber-of-labour': 'Chamber of labour (AK)',
  'lines.marginal-levy': 'Employer levy on marginal work (DAG)',
  'lines.health-special': 'Health insurance on special pay',
  'lines.pension-special': 'Pension insurance on special pay',
  'lines.unemployment-special': 'Unemployment insurance on special pay',
  'lines.accident-special': 'Accident insurance on special pay',
  'lines.insolvency-special': 'Insolvency fund on special pay',
  'lines.marginal-levy-special': 'Employer levy on marginal work, special pay',
  'lines.severance-fund': 'Severance fund (BV)',
  'lines.family-fund': 'Family fund (DB)',
  'lines.chamber-surcharge': 'Surcharge of the economic chamber (DZ)',
  'lines.municipal-tax': 'Municipal tax (KommSt)',
  'lines.vienna-levy': 'Employer levy of Vienna (underground)',
  'lines.card-fee': 'e-card service fee',
  'lines.wage-tax': 'Wage tax',
  'lines.wage-tax-special': 'Wage tax on special pay, fixed rates',
  'lines.wage-tax-excess': 'Wage tax on special pay beyond the sixth',
  'lines.wage-tax-roll-over': 'Wage tax of the year anew',
  'lines.wage-tax-control': 'Control of the sixth',
  'lines.special-pay-set-aside': 'Holiday and Christmas pay set aside',
  'lines.leave-set-aside': 'Leave compensation set aside',
  'rules.branch':
    'All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer. Only the sum is rounded to the cent; this line is what its branch adds to it.',
  'rules.unemployment':
    'Your rate depends on the pay of the month: low pay pays less or nothing. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.accident':
    'Paid by the employer alone, for marginal work too. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.marginal-levy':
    'All marginal wages of the employer together exceed one and a half times the limit, so the employer pays a flat levy. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.capped':
    'Of your pay of {{pay}} only {{ceiling}} counts: the highest base a day times {{days}} days of insurance. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.together':
    'Computed on all pay of the month, {{pay}}, of which {{base}} counts, less what was charged on {{before}} before. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.special-capped':
    'Of the special pay of {{special}} only {{room}} counts: the year’s limit is {{ceiling}}, of which {{before}} is used. All branches together take {{employeeTotal}} from you and {{employerTotal}} from the employer; only the sum is rounded.',
  'rules.severance-fund': 'Due on all pay without ceiling; it becomes your severance pay.',
  'rules.family-fund': 'Due on all pay without ceiling; it pays family allowances.',
  'rules.chamber-surcharge': 'Surcharge of the economic chamber of the Land, on the base of the family fund.',
  'rules.municipal-tax': 'Due to the municipality of the place of work on all pay without ceiling.',
  'rules.small-payroll':
    'The whole payroll of the month is {{pay}}; a small payroll is reduced by {{allowance}}.',
  'rules.vienna-levy': 'Vienna asks {{perWeek}} for each started week of work: {{weeks}} weeks.',
  'rules.card-fee': 'Fee for the e-card of the next year, withheld in November.',
  'rules.wage-tax-month':
    'Taxable pay of {{taxable}} makes {{annual}} a year. After flat costs and commuter allowance of {{costs}} the tariff asks {{tariffTax}}; credits take off {{credits}}. A twelfth is {{tax}}, of which {{before}} was withheld before.',
  'rules.wage-tax-days':
    'Taxable pay of {{taxable}} for {{days}} calendar days makes {{annual}} a year of 360 days. After flat costs and commuter allowance of {{costs}} the tariff asks {{tariffTax}}; credits take off {{credits}}. For {{days}} days that is {{tax}}.',
  'rules.wage-tax-special':
    'Special pay up to one sixth of your year ({{sixth}}) has fixed rates: {{favoured}} of it, {{net}} after contributions. Of the year 620 are free, then 6 %, 27 % and 35.75 %; {{before}} came before. That makes {{tax}}.',
  'rules.wage-tax-special-exempt':
    'One sixth of your year is {{sixth}}. Up to {{limit}} special pay is free of tax.',
  'rules.wage-tax-excess':
    '{{excess}} of the special pay lies beyond one sixth of your year ({{sixth}}) or beyond the fixed rates. It is added to the month’s taxable pay of {{taxable}} and taxed by the tariff: {{tax}} more.',
  'rules.wage-tax-roll-over':
    'Pay taxed by the tariff was {{taxable}} in the year. The tax on it is {{tax}}, of which {{before}} was withheld.',
  'rules.wage-tax-control':
    'Your current pay of the year is {{current}}, one sixth of it {{sixth}}. Special pay taxed at fixed rates was {{special}}, {{beyond}} more. After contributions {{net}} is taxed by the tariff ({{tariff}}), and {{back}} of fixed tax is given back.',
  'rules.special-pay-set-aside':
    'For holiday and Christmas pay {{share}} of the wage is put aside, with the employer’s duties of {{duties}} on it.',
  'rules.leave-set-aside':
    'For leave not taken {{share}} of the wage is put aside, with the employer’s duties of {{duties}} on it.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.special-pay': 'Special payment beside the wage, such as holiday or Christmas pay.',
  'rules.special-pay-along':
    'Your share of holiday and Christmas pay, two of fourteen monthly wages, paid along.',
  'rules.leave-compensation': 'Compensation for leave you could not take before the job ended.',
  'earnings.wage': 'Wage',
  'earnings.special-pay': 'Special pay',
  'earnings.leave-compensation': 'Compensation for leave',
  'figures.contribution-base': 'Base of contributions on current pay',
  'figures.taxable-current': 'Taxable current pay',
  'figures.taxable-special': 'Special pay taxed at fixed rates',
  'figures.sixth': 'Sixth of the year',
  'holidays.new-year': 'New Year’s Day',
  'holidays.epiphany': 'Epiphany',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.national-holiday-of-labour': 'Labour Day',
  'holidays.ascension': 'Ascension Day',
  'holidays.whit-monday': 'Whit Monday',
  'holidays.corpus-christi': 'Corpus Christi',
  'holidays.assumption': 'Assumption',
  'holidays.national-day': 'National Day',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.immaculate-conception': 'Immaculate Conception',
  'holidays.christmas': 'Christmas Day',
  'holidays.saint-stephen': 'Saint Stephen’s Day',
  'authorities.oegk': 'Austrian Health Insurance Fund (ÖGK)',
  'authorities.severance-fund': 'Severance fund',
  'authorities.tax-office': 'Tax Office Austria',
  'authorities.municipality': 'Municipality',
  'authorities.special-pay': 'Set aside for special pay',
  'authorities.leave': 'Set aside for leave',
  'vat.reverse-charge': 'Reverse charge: VAT is due by the customer (Article 196 of Directive 2006/112/EC)',
  'vat.outside-scope': 'Not taxable in Austria (§ 3a UStG)',
  'vat.exempt-performance': 'Exempt from VAT (§ 6 (1) 25 UStG)',
  'vat.exempt-training': 'Exempt from VAT (§ 6 (1) 11 UStG)',
}
