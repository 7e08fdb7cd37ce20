import type { Locale } from '@samen/core/country'

export const en: Locale = {
  'lines.social-security': 'Personal social-security contribution',
  'lines.work-bonus-a': 'Work bonus, part A',
  'lines.work-bonus-b': 'Work bonus, part B',
  'lines.special-contribution': 'Special social-security contribution',
  'lines.wage-tax': 'Wage tax (key formula)',
  'lines.wage-tax-bonus': 'Fiscal work bonus',
  'lines.wage-tax-artist': 'Wage tax of artists (flat rate)',
  'lines.wage-tax-exceptional': 'Wage tax on exceptional pay',
  'lines.holiday-contribution': 'Contribution on double holiday pay',
  'lines.group-insurance': 'Own group-insurance premium',
  'lines.social-security-employer': 'Employer contribution with wage moderation',
  'lines.closure-fund': 'Closure Fund, basic contribution',
  'lines.closure-fund-special': 'Closure Fund, special contribution',
  'lines.risk-groups': 'Risk groups',
  'lines.temporary-unemployment': 'Temporary unemployment and older unemployed',
  'lines.work-accidents-special': 'Work accidents, special contribution',
  'lines.unemployment': 'Unemployment, 1.60 % with moderation',
  'lines.asbestos-fund': 'Asbestos Fund',
  'lines.sector-fund-200': 'Social fund of joint committee 200',
  'lines.annual-holidays': 'Annual holidays, quarterly part',
  'lines.annual-holidays-debit': 'Annual holidays, yearly debit notice',
  'lines.exit-holiday-pay': 'Exit holiday pay set aside',
  'lines.work-accident-insurance': 'Work-accident insurance',
  'lines.structural-reduction': 'Structural reduction',
  'lines.student-contribution': 'Solidarity contribution of students',
  'lines.student-contribution-employer': 'Solidarity contribution of students, employer',
  'lines.asbestos-fund-students': 'Asbestos Fund, students',
  'lines.flexi-contribution': 'Special contribution on flexi pay',
  'lines.amateur-contribution': 'Contribution on amateur-arts allowances',
  'rules.social-security':
    'Every employee pays this share of gross to social security (worker code {{workerCode}}).',
  'rules.social-security-108':
    'Manual workers and artists pay this share of 108 % of gross, because their holiday pay comes from a separate fund (worker code {{workerCode}}).',
  'rules.work-bonus-a':
    'A low wage pays less. Brought to a full month you earn {{reference}}; up to {{floor}} the bonus is {{maximum}}, above it falls by {{slope}} of the difference and ends at {{top}}. For the part of the month worked ({{fraction}}) that makes {{month}}, of which {{before}} was granted before.',
  'rules.work-bonus-b':
    'A very low wage pays less still. Brought to a full month you earn {{reference}}; up to {{floor}} the bonus is {{maximum}}, above it falls by {{slope}} of the difference and ends at {{top}}. For the part of the month worked ({{fraction}}) that makes {{month}}, of which {{before}} was granted before.',
  'rules.special-contribution-month':
    'An advance on your wage of the month so far, {{wages}}, and your household: {{due}} in all, of which {{before}} was withheld before.',
  'rules.special-contribution-quarter':
    'Settled on your wage of the quarter so far, {{wages}}, and your household: {{due}} in all, of which {{before}} was withheld before.',
  'rules.wage-tax-alone':
    'Taxable this month {{taxable}}, a year {{annual}}; less costs {{costs}} leaves {{net}}. The scale asks {{scaleTax}} a year after the tax-free amount; your family takes off {{reductions}}. A month is {{monthly}}, less {{premiumRelief}} for group insurance and {{before}} withheld before.',
  'rules.wage-tax-quotient':
    'Taxable this month {{taxable}}, a year {{annual}}; less costs {{costs}} leaves {{net}}. Part of it counts as your spouse’s, and both tax-free amounts apply: {{scaleTax}} a year; your family takes off {{reductions}}. A month is {{monthly}}, less {{premiumRelief}} for group insurance and {{before}} withheld before.',
  'rules.wage-tax-non-resident':
    'Taxable this month {{taxable}}, a year {{annual}}; less costs {{costs}} leaves {{net}}. A non-resident who does not work here all year for at least 75 % of full time has no tax-free amount and no family reductions: {{scaleTax}} a year, {{monthly}} a month, less {{premiumRelief}} for group insurance and {{before}} withheld before.',
  'rules.wage-tax-piece-work':
    'For piece work at least {{rate}} of {{taxable}} is withheld: {{minimum}}, of which {{before}} was withheld before.',
  'rules.wage-tax-bonus':
    'Part of the work bonus is also taken off the tax: {{rateA}} of {{bonusA}} and {{rateB}} of {{bonusB}}, at most the tax itself: {{relief}}, of which {{before}} was taken off before.',
  'rules.wage-tax-artist':
    'Artists engaged by one enterprise after another pay one flat rate on their taxable wage.',
  'rules.wage-tax-artist-voluntary': 'You asked for a higher rate than the flat rate for artists.',
  'rules.wage-tax-exceptional':
    'Exceptional pay has one rate, which follows from your normal pay of a year ({{annual}}): {{rate}} of {{taxable}}. Because of your children {{exempt}} is free of tax, and of the tax on the rest {{kept}} remains.',
  'rules.wage-tax-holiday':
    'Holiday pay has one rate, which follows from your normal pay of a year ({{annual}}): {{rate}} of {{taxable}}. Because of your children {{exempt}} is free of tax, and of the tax on the rest {{kept}} remains.',
  'rules.holiday-contribution':
    'Double holiday pay is 92 % of a month; the contribution is due on 85 of these 92 parts.',
  'rules.holiday-contribution-exit':
    'Of exit holiday pay (15.34 %) the legal double part (6.80 %) bears this contribution.',
  'rules.group-insurance': 'Your own premium of the group insurance.',
  'rules.social-security-employer':
    'The employer’s basic contribution and wage moderation, up to a ceiling of the quarter.',
  'rules.closure-fund': 'Pays workers when an enterprise closes; the rate changes every year.',
  'rules.closure-fund-special': 'Pays for temporary unemployment; the rate changes every year.',
  'rules.risk-groups': 'Pays for training and work of groups at risk.',
  'rules.temporary-unemployment': 'Pays for temporary unemployment and older unemployed.',
  'rules.work-accidents-special': 'Special contribution for work accidents.',
  'rules.unemployment': 'Due by employers of ten workers or more.',
  'rules.asbestos-fund': 'Pays victims of asbestos; due in some quarters only.',
  'rules.sector-fund-200': 'Social fund of the joint committee for employees.',
  'rules.annual-holidays': 'Part of the holiday pay of manual workers and artists, paid every quarter.',
  'rules.annual-holidays-debit':
    'Part of the holiday pay of manual workers and artists, asked by debit notice the year after and set aside now.',
  'rules.exit-holiday-pay':
    'At the end of a fixed-term contract an employee is owed holiday pay; it is set aside now.',
  'rules.work-accident-insurance': 'Premium of the office’s work-accident insurance.',
  'rules.structural-reduction':
    'The employer pays less on low wages. The quarter’s wage brought to full time is {{reference}}, the reduction {{reduction}}; for the part worked ({{performance}}) {{granted}}, of which {{before}} was credited before. It goes to the mutual account.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.one-off': 'Pay beside the ordinary wage.',
  'rules.holiday-pay': 'Holiday pay owed by the employer.',
  'rules.student-contribution':
    'A student pays only this small share, and no wage tax, for {{quota}} hours a year at all employers together. {{before}} were used before; of the {{worked}} hours of this pay {{hours}} fit (worker code {{workerCode}}, Dimona {{dimona}}).',
  'rules.student-contribution-employer':
    'For hours within the quota of the year the employer owes this instead of the ordinary contributions.',
  'rules.asbestos-fund-students':
    'Pays victims of asbestos; due on students’ pay too, in some quarters only.',
  'rules.flexi-contribution':
    'The employer owes this on flexi wage and flexi holiday pay; you owe no contribution. Flexi pay is free of tax up to {{ceiling}} a year, of which this employer paid {{before}} before (worker code {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-contribution-pensioner':
    'The employer owes this on flexi wage and flexi holiday pay; a pensioner owes neither contribution nor tax on them (worker code {{workerCode}}, Dimona {{dimona}}).',
  'rules.flexi-wage': 'The flexi wage agreed for the work.',
  'rules.flexi-holiday-pay': 'Holiday pay of {{rate}} of the flexi wage, paid with it.',
  'rules.amateur-allowance':
    'A flat allowance for artistic work, without contributions or tax within its limits.',
  'rules.amateur-travel': 'Refund of proven travel.',
  'rules.amateur-contribution':
    'A principal whose allowances of a year exceed {{threshold}} owes this on all of them; it is set aside on each, for nobody stated the total of the year.',
  'rules.amateur-total':
    'A principal whose allowances of a year exceed {{threshold}} owes this on all of them. {{before}} were granted before this one.',
  'earnings.wage': 'Wage',
  'earnings.one-off': 'One-off pay',
  'earnings.holiday-pay': 'Holiday pay',
  'earnings.flexi-wage': 'Flexi wage',
  'earnings.flexi-holiday-pay': 'Flexi holiday pay',
  'earnings.amateur-allowance': 'Amateur-arts allowance',
  'earnings.amateur-travel': 'Travel',
  'figures.minimum-wage': 'Guaranteed minimum wage for the work paid',
  'figures.minimum-wage-shortfall': 'Lacking to the guaranteed minimum wage',
  'figures.maximum-wage': 'Highest flexi wage for the work paid',
  'figures.maximum-wage-excess': 'Above the highest flexi wage',
  'checklist.student-contract':
    'Student: a written student contract of at most twelve months is signed before the work starts.',
  'checklist.student-dimona':
    'Student: Dimona type STU states the hours planned in each quarter and is filed before the start; late, every hour bears ordinary contributions.',
  'checklist.student-hours':
    'Student: the Student@work certificate shows hours left this year; hours beyond the quota bear ordinary contributions and tax.',
  'checklist.student-lessons': 'Student: the work lies outside the hours of compulsory attendance at school.',
  'checklist.flexi-main-job':
    'Flexi-job: in the third quarter before this one the worker had jobs of at least 4/5 of full time at other employers, or draws a pension; Dimona confirms it.',
  'checklist.flexi-reduced-hours':
    'Flexi-job: the worker did not go down from full time to 4/5 between the fourth and the third quarter before; after that two quarters must pass.',
  'checklist.flexi-other-contract':
    'Flexi-job: in this quarter the worker has no other contract with this employer, nor one of 4/5 or more with a linked company.',
  'checklist.flexi-sector':
    'Flexi-job: the sector is open to flexi-jobs (joint committee 304 or 303.03, events by NACE code, others by agreement) and the work is not artistic, technical-artistic or supporting artistic.',
  'checklist.flexi-agreement':
    'Flexi-job: a framework agreement is signed; without a written contract each day has its own Dimona.',
  'checklist.flexi-dimona':
    'Flexi-job: Dimona type FLX was filed for this quarter and its answer was positive.',
  'checklist.amateur-work':
    'Amateur-arts allowance: the work is artistic; teaching, technical and supporting work are not.',
  'checklist.amateur-declared':
    'Amateur-arts allowance: the work is declared in Working in the Arts before it starts, at most a month ahead; it has no Dimona.',
  'checklist.amateur-days':
    'Amateur-arts allowance: Working in the Arts shows days left this year, and no eighth day in a row here.',
  'checklist.amateur-associations':
    'Amateur-arts allowance: the artist does no association work (article 17) for this principal in the same calendar year.',
  'holidays.new-year': 'New Year’s Day',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.labour-day': 'Labour Day',
  'holidays.ascension': 'Ascension Day',
  'holidays.whit-monday': 'Whit Monday',
  'holidays.national-day': 'National Day',
  'holidays.assumption': 'Assumption',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.armistice': 'Armistice Day',
  'holidays.christmas': 'Christmas Day',
  'authorities.onss': 'National Social Security Office',
  'authorities.fps-finance': 'Federal Public Service Finance',
  'authorities.onva': 'National Office for Annual Holidays',
  'authorities.holiday-pay': 'Holiday pay to be paid out',
  'authorities.work-accident-insurer': 'Work-accident insurer',
  'authorities.group-insurer': 'Group insurer',
  'vat.reverse-charge': 'Reverse charge: VAT due by the customer, art. 21 § 2 of the VAT Code',
  'vat.outside-scope': 'Not subject to Belgian VAT, art. 21 § 2 of the VAT Code',
  'vat.exempt-performance': 'Exempt from VAT, art. 44 § 2, 8° of the VAT Code',
  'vat.exempt-copyright': 'Exempt from VAT, art. 44 § 3, 3° of the VAT Code',
  'vat.exempt-training': 'Exempt from VAT, art. 44 § 2, 4° of the VAT Code',
}
