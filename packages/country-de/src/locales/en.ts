import type { Locale } from '@samen/core/country'

/** Texts in English: names of lines, earnings, figures, bodies and holidays, and the sentences that explain a line. */
export const en: Locale = Object.freeze({
  'lines.health': 'Health insurance',
  'lines.health-supplement': 'Health insurance, supplement of the fund',
  'lines.care': 'Care insurance',
  'lines.care-childless': 'Care insurance, surcharge of the childless',
  'lines.pension': 'Pension insurance',
  'lines.unemployment': 'Unemployment insurance',
  'lines.sick-pay-levy': 'Levy U1 (sick pay)',
  'lines.maternity-levy': 'Levy U2 (maternity)',
  'lines.insolvency-levy': 'Insolvency levy',
  'lines.accident-insurance': 'Accident insurance',
  'lines.minijob-health': 'Health insurance, flat (Minijob)',
  'lines.minijob-pension': 'Pension insurance (Minijob)',
  'lines.minijob-flat-tax': 'Flat tax of a Minijob',
  'lines.private-health-subsidy': 'Subsidy to private health insurance',
  'lines.private-care-subsidy': 'Subsidy to private care insurance',
  'lines.flat-wage-tax': 'Flat wage tax',
  'lines.flat-solidarity': 'Solidarity surcharge on flat tax',
  'lines.flat-church-tax': 'Church tax on flat tax',
  'lines.wage-tax': 'Wage tax',
  'lines.solidarity-surcharge': 'Solidarity surcharge',
  'lines.church-tax': 'Church tax',
  'earnings.base-pay': 'Pay',
  'earnings.one-off-pay': 'One-off pay',
  'earnings.holiday-pay': 'Holiday pay',
  'earnings.settlement': 'Pay settled at year end',
  'figures.health-base': 'Pay charged with health and care insurance',
  'figures.pension-base': 'Pay charged with pension and unemployment insurance',
  'figures.minimum-wage': 'Minimum wage for the hours paid',
  'figures.minimum-wage-shortfall': 'Pay lacking to reach the minimum wage',
  'figures.flat-tax-limit': 'Most that short-term work taxed flat may pay for the days or hours',
  'figures.flat-tax-excess':
    'Pay above that limit: not to be taxed flat, unless needed at once and unforeseen',
  'authorities.health-fund': 'Health fund, which collects all contributions',
  'authorities.minijob-zentrale': 'Minijob-Zentrale',
  'authorities.private-insurer': 'Private health and care insurance',
  'authorities.finanzamt': 'Tax office',
  'authorities.vbg': 'VBG (accident insurance)',
  'holidays.new-year': 'New Year’s Day',
  'holidays.epiphany': 'Epiphany',
  'holidays.womens-day': 'International Women’s Day',
  'holidays.good-friday': 'Good Friday',
  'holidays.easter-sunday': 'Easter Sunday',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.labour-day': 'Labour Day',
  'holidays.liberation-day': 'Liberation Day',
  'holidays.ascension': 'Ascension Day',
  'holidays.whit-sunday': 'Whit Sunday',
  'holidays.whit-monday': 'Whit Monday',
  'holidays.corpus-christi': 'Corpus Christi',
  'holidays.peace-festival': 'Peace Festival of Augsburg',
  'holidays.assumption': 'Assumption',
  'holidays.childrens-day': 'Children’s Day',
  'holidays.german-unity': 'Day of German Unity',
  'holidays.reformation-day': 'Reformation Day',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.repentance-day': 'Day of Repentance and Prayer',
  'holidays.christmas': 'Christmas Day',
  'holidays.second-christmas-day': 'Second Christmas Day',
  'vat.reverse-charge': 'Reverse charge: VAT is due by the customer (§ 13b UStG)',
  'vat.outside-scope': 'Not taxable in Germany: service supplied abroad (§ 3a UStG)',
  'vat.exempt-training': 'VAT exempt: teaching (§ 4 no. 21 UStG)',
  'vat.exempt-culture': 'VAT exempt: culture, by certificate of the Land (§ 4 no. 20 UStG)',
  'checklist.instructions':
    'The worker takes no instructions from the client on how, when and where to work.',
  'checklist.integration': 'The worker is not made part of the client’s organisation: rosters, teams, tools.',
  'checklist.personal-work': 'The worker does the work in person, for the cooperative.',
  'checklist.immediate-notice':
    'In construction, catering, transport, cleaning, security, fair-stand building and the like: the immediate notice was sent before the start.',
  'checklist.fixed-term-in-writing':
    'The end of a fixed-term contract was agreed in writing before the start.',
  'checklist.earlier-employment':
    'Was the worker employed by the cooperative before? Then a fixed term needs an objective reason.',
  'checklist.hours-agreed': 'Weekly hours are agreed; on call without them, 20 hours a week count as agreed.',
  'checklist.minimum-wage': 'The pay reaches the minimum wage for every hour.',
  'checklist.terms-in-text': 'The main terms were given in text; pay and hours on the first day.',
  'checklist.other-short-work':
    'Other Minijobs and short-term work of the calendar year were asked for: they are added up.',
  'rules.ceiling':
    'Half of the rate on each side, on pay of {{pay}} up to the ceiling of {{ceiling}} for the insurance days; {{room}} of it was free.',
  'rules.shared-ceiling':
    'Pay of {{pay}} here and {{other}} elsewhere exceed or share the ceiling of {{ceiling}}: each is charged by its height; {{room}} was free here.',
  'rules.year-ceiling':
    'One-off pay of {{pay}} is charged as far as the ceilings of the year so far leave room: {{room}}.',
  'rules.last-year':
    'One-off pay of {{pay}} from January to March exceeds this year’s room, so it belongs to last December: ceilings of {{ceiling}}, of which {{room}} were free.',
  'rules.zone':
    'Transition zone from {{limit}} to {{top}}: with pay of {{pay}} the whole contribution is due on {{whole}}, the worker’s part on {{worker}}; the employer bears the rest.',
  'rules.zone-alone':
    'Transition zone from {{limit}} to {{top}}: with pay of {{pay}} the worker alone bears this on {{whole}}, the base of the whole contribution (the own part is on {{worker}}).',
  'rules.levy': 'Levy of the employer on the pay that pension insurance is charged on.',
  'rules.accident-insurance':
    'Set aside for the yearly contribution to accident insurance: pay × hazard class × foot.',
  'rules.minijob-health': 'Flat contribution of the employer for a worker in statutory health insurance.',
  'rules.minijob-pension':
    'The employer bears 15 %, the worker what is lacking to the full rate of pension insurance.',
  'rules.minijob-floor':
    'The full contribution is due on at least {{floor}}; of it the employer bears 15 % of the pay of {{pay}}, the worker the rest.',
  'rules.minijob-exempt':
    'Flat contribution of the employer; the worker asked to be left out, or earned nothing.',
  'rules.minijob-flat-tax': 'One flat tax for wage tax, solidarity surcharge and church tax.',
  'rules.private-subsidy':
    'The employer pays half of the private premium, at most what a statutory fund would cost it; free of tax.',
  'rules.flat-wage-tax': 'Short-term work taxed flat, fractions of a cent dropped.',
  'rules.flat-solidarity': 'On the flat wage tax, without any limit.',
  'rules.flat-church-tax': 'On the flat wage tax of proved church members, at the full rate of the Land.',
  'rules.flat-church-simplified': 'On the flat wage tax of all, at the reduced rate of the Land.',
  'rules.wage-tax-month':
    'Class {{taxClass}}: pay of {{pay}} is {{yearPay}} a year; less lump sums of {{fixed}} and social insurance of {{social}}, {{income}} are taxed with {{yearTax}} a year, a twelfth of it a month ({{withheld}} withheld before).',
  'rules.wage-tax-month-to-date':
    'Class {{taxClass}}: all pay of the month, {{pay}}, is {{yearPay}} a year; less lump sums of {{fixed}} and social insurance of {{social}}, {{income}} are taxed with {{yearTax}} a year, a twelfth of it a month, of which {{withheld}} was withheld before.',
  'rules.wage-tax-year':
    'Class {{taxClass}}: pay of {{pay}} ({{yearPay}}) less lump sums of {{fixed}} and social insurance of {{social}} leaves {{income}}, taxed with {{yearTax}} ({{withheld}} withheld before).',
  'rules.wage-tax-week':
    'Class {{taxClass}}: pay of {{pay}} a week is {{yearPay}} a year; less lump sums of {{fixed}} and social insurance of {{social}}, {{income}} are taxed with {{yearTax}} a year, 7/360 of it a week ({{withheld}} withheld before).',
  'rules.wage-tax-days':
    'Class {{taxClass}}: {{days}} days at {{pay}} each, {{yearPay}} a year; less lump sums of {{fixed}} and social insurance of {{social}}, {{income}} are taxed with {{yearTax}} a year, 1/360 of it each day.',
  'rules.wage-tax-one-off':
    'Class {{taxClass}}: with the payment of {{pay}} the year’s pay of {{yearPay}} is taxed with {{taxWith}}, without it with {{taxWithout}}; the difference is due.',
  'rules.settlement':
    'Yearly adjustment, class {{taxClass}}: the year’s pay of {{pay}} ({{yearPay}}) less lump sums of {{fixed}} and social insurance of {{social}} leaves {{income}}, taxed with {{yearTax}}; {{withheld}} was withheld, and what exceeds comes back.',
  'rules.settlement-excluded':
    'No yearly adjustment: nothing is known of the year, or class {{taxClass}}, a factor or an allowance forbids it. Pay {{pay}} ({{yearPay}}), lump sums {{fixed}}, social insurance {{social}}, income {{income}}, tax {{yearTax}}, withheld {{withheld}}.',
  'rules.solidarity-surcharge':
    '5.5 % of the wage tax ({{tax}}), gliding in above a yearly tax of {{limit}}; children counted.',
  'rules.church-tax':
    'Rate of {{land}} on the wage tax of {{base}}, children counted; fractions of a cent dropped.',
  'rules.base-pay': 'Pay for the month.',
  'rules.base-pay-part': 'Pay for the days of employment in the month.',
  'rules.one-off-pay': 'Paid once, not for the work of a single month.',
  'rules.holiday-pay': 'Holiday pay, or leave not taken.',
  'rules.settlement-pay': 'Pay with the yearly adjustment.',
})
