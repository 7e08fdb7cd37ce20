import type { Locale } from '@samen/core/country'

export const en: Locale = {
  'lines.social-security-contribution': 'Social security contribution',
  'lines.family-contribution-allowance': 'Family contribution allowance',
  'lines.wage-tax': 'Personal income tax',
  'lines.ekho': 'Ekho of the worker',
  'lines.social-contribution-tax': 'Social contribution tax',
  'lines.social-contribution-relief': 'Relief of the social contribution tax',
  'lines.minimum-base-contribution': 'Contribution up to the minimum base',
  'lines.ekho-payer': 'Ekho of the payer',
  'lines.casual-charge': 'Charge on casual work',
  'lines.seasonal-charge': 'Charge on seasonal work',
  'lines.film-extra-charge': 'Charge on film extras',
  'rules.contribution': 'Your contribution to pension, health and labour-market insurance, in whole forints.',
  'rules.contribution-earlier':
    'With this fee your mandates of the month reach the limit that insures you, so the contribution is also due on {{earlier}} earned earlier in the month.',
  'rules.family-contribution':
    'No tax base is left for {{left}} of the family allowance. {{rate}} of it, less {{before}} taken earlier in the month, comes off the contribution of {{withheld}}.',
  'rules.wage-tax': 'The rate of income tax times your income, in whole forints.',
  'rules.wage-tax-allowances':
    'From your income of {{income}} come off the personal allowance {{personal}}, that of the first married {{firstMarriage}} and the family allowance {{family}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-mother-two':
    'As a mother of two you pay no tax on {{free}} of your income of {{income}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-mother-three':
    'As a mother of three you pay no tax on {{free}} of your income of {{income}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-mother-four':
    'As a mother of four or more you pay no tax on {{free}} of your income of {{income}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-mother-under-30':
    'As a mother under thirty you pay no tax on {{free}} of your income of {{income}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-mother-under-30-allowances':
    'As a mother under thirty you pay no tax on {{free}} of your income of {{income}}. Then come off the personal allowance {{personal}}, that of the first married {{firstMarriage}} and the family allowance {{family}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-under-25':
    'Being under 25, up to the ceiling of the month you pay no tax on {{free}} of your income of {{income}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.wage-tax-under-25-allowances':
    'Being under 25, up to the ceiling of the month you pay no tax on {{free}} of your income of {{income}}. Then come off the personal allowance {{personal}}, that of the first married {{firstMarriage}} and the family allowance {{family}}. Of the rest, {{base}}, {{rate}} is tax.',
  'rules.ekho': 'On pay above the minimum wage you chose one charge in place of tax and contribution.',
  'rules.ekho-reduced':
    'You draw a pension or are insured in another country, so only the reduced charge is due.',
  'rules.ekho-payer': 'The payer owes this charge in place of the social contribution tax.',
  'rules.social-tax': 'The employer or payer owes this tax on your pay.',
  'rules.social-tax-minimum':
    'The employer owes this tax on the minimum contribution base, because the pay is less.',
  'rules.relief': 'The state lets the employer off {{rate}} of pay up to {{most}} a month.',
  'rules.minimum-base':
    'Contribution is due on at least {{floor}} for these days of the month. The employer pays {{rate}} of the missing {{missing}}, less {{before}} it paid before.',
  'rules.day-charge': 'The employer pays {{day}} a day for {{days}} days; nothing is withheld from your pay.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.one-off-pay': 'Pay beside the ordinary wage.',
  'rules.leave-pay': 'Pay for leave, taken or paid out at the end.',
  'rules.fee': 'The fee agreed for the mandate.',
  'earnings.wage': 'Wage',
  'earnings.one-off': 'One-off payment',
  'earnings.leave-pay': 'Leave pay',
  'earnings.fee': 'Fee',
  'figures.minimum-pay': 'Least pay by law',
  'figures.below-minimum-pay': 'Missing to the least pay',
  'figures.free-pay': 'Pay that is no taxable income',
  'figures.pay-to-declare': 'Pay to declare in the annual return',
  'figures.above-film-extra-limit':
    'Above the daily limit of film extras: not allowed in simplified employment',
  'figures.costs': 'Costs taken off the fee',
  'figures.contribution-not-withheld': 'Contribution the pay was too small for; the payer collects it',
  'holidays.new-year': 'New Year’s Day',
  'holidays.revolution-1848': 'National Day (1848)',
  'holidays.good-friday': 'Good Friday',
  'holidays.easter-sunday': 'Easter Sunday',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.labour-day': 'Labour Day',
  'holidays.whit-sunday': 'Whit Sunday',
  'holidays.whit-monday': 'Whit Monday',
  'holidays.state-foundation': 'State Foundation Day',
  'holidays.revolution-1956': 'National Day (1956)',
  'holidays.all-saints': 'All Saints’ Day',
  'holidays.christmas': 'Christmas Day',
  'holidays.boxing-day': 'Second Day of Christmas',
  'holidays.moved-rest-day': 'Moved rest day',
  'holidays.worked-saturday': 'Saturday worked for a moved rest day',
  'authorities.nav-szja': 'NAV: personal income tax',
  'authorities.nav-tb': 'NAV: social security contribution',
  'authorities.nav-szocho': 'NAV: social contribution tax',
  'authorities.nav-ekho': 'NAV: ekho',
  'authorities.nav-efo': 'NAV: charge on simplified employment',
  'checklist.third-country':
    'Is the worker a citizen of a country outside the EEA? Then simplified employment is not possible.',
  'checklist.simplified-days':
    'How many days of simplified employment are left this month and year? NAV answers by number of the person.',
  'checklist.tax-statements': 'Which tax allowances does the worker declare?',
  'vat.penzforgalmi-elszamolas': 'Cash accounting (pénzforgalmi elszámolás)',
  'vat.reverse-charge': 'Reverse charge / fordított adózás: VAT is paid by the customer',
  'vat.outside-scope': 'Outside the territorial scope of Hungarian VAT, Áfa tv. 37. §',
  'vat.exempt-training': 'Exempt from VAT: education, Áfa tv. 85. §',
  'vat.exempt-culture': 'Exempt from VAT: cultural service in the public interest, Áfa tv. 85. §',
}
