import type { Locale } from '@samen/core/country'

const COUNTED =
  'Wages of the year so far come to {{wages}}, the maximums of its periods to {{maximum}}; of the lower, {{before}} was counted before.'

export const en: Locale = {
  'lines.wage-tax': 'Wage tax and national insurance',
  'lines.wage-tax-young-disabled': 'Credit for young disabled workers',
  'lines.wage-tax-special': 'Wage tax on special rewards',
  'lines.wage-tax-severance': 'Wage tax on pay from former employment',
  'lines.wage-tax-artist': 'Wage tax of artists',
  'lines.wage-tax-anonymous': 'Wage tax at the anonymous rate',
  'lines.unemployment-low': 'Unemployment fund (AWf), low premium',
  'lines.unemployment-high': 'Unemployment fund (AWf), high premium',
  'lines.unemployment-revision': 'Unemployment fund (AWf), revised to the high premium',
  'lines.disability-low': 'Disability fund (Aof), low premium',
  'lines.disability-high': 'Disability fund (Aof), high premium',
  'lines.childcare': 'Childcare surcharge (Wko)',
  'lines.return-to-work': 'Return-to-work fund (Whk)',
  'lines.health-levy': 'Employer health levy (Zvw)',
  'lines.health-contribution': 'Health contribution (Zvw)',
  'lines.pension': 'Pension premium',
  'lines.holiday-allowance': 'Holiday allowance set aside',
  'rules.wage-tax':
    'Brought to a year and down to a row of the table, your wage is {{annualWage}}. It bears {{before}} of tax and national insurance, less {{generalCredit}} general credit and {{labourCredit}} labour credit: {{annualTax}}. One of {{periods}} periods is {{periodTax}}, {{times}} times, less {{withheld}} withheld before.',
  'rules.wage-tax-plain':
    'Brought to a year and down to a row of the table, your wage is {{annualWage}}. Without tax credit it bears {{annualTax}} of tax and national insurance. One of {{periods}} periods is {{periodTax}}, {{times}} times, less {{withheld}} withheld before.',
  'rules.wage-tax-pensioner':
    'Brought to a year and down to a row of the table, your wage is {{annualWage}}. From pension age it bears {{before}} of tax, less {{generalCredit}} general credit, {{elderlyCredit}} credit for the elderly and {{labourCredit}} labour credit: {{annualTax}}. One of {{periods}} periods is {{periodTax}}, {{times}} times, less {{withheld}} withheld before.',
  'rules.wage-tax-above':
    'Your wage lies above the table. Its highest row asks {{highest}}, the {{excess}} above it {{rate}}: {{periodTax}} for one of {{periods}} periods, {{times}} times, less {{withheld}} withheld before. No credit is left.',
  'rules.wage-tax-young-disabled':
    'A credit for young disabled workers is in no table: {{credit}} a period comes off, at most the tax itself; {{withheld}} was given before.',
  'rules.special-reward':
    'Pay beside the wage period has one percentage, which follows from your yearly wage ({{annualWage}}): the standard rate {{standard}} and {{settlement}} to settle the credits.',
  'rules.special-reward-plain':
    'Pay beside the wage period has one percentage without tax credit, which follows from your yearly wage ({{annualWage}}).',
  'rules.wage-tax-artist':
    'Artists under a short agreement pay the rate of the first bracket on their fee, without credits; small allowance and cost decision are taken off first.',
  'rules.wage-tax-artist-abroad':
    'Artists who live abroad pay one flat rate on their fee; small allowance and cost decision are taken off first.',
  'rules.wage-tax-artist-treaty':
    'Artists who live in a country with a tax treaty pay no Dutch wage tax on their fee.',
  'rules.wage-tax-anonymous':
    'Your identity, citizen number or address is not established: the highest rate is withheld, without credits.',
  'rules.unemployment-low': `Low premium: a written open-ended contract with fixed hours, training at work, or a small job under 21. ${COUNTED}`,
  'rules.unemployment-high': `High premium: every contract that is not written, open-ended and of fixed hours. ${COUNTED}`,
  'rules.unemployment-revision':
    'The contract ended too soon for the low premium: the wages of the year bear the high one after all, {{high}} instead of {{low}}.',
  'rules.disability-low': `Low premium of small employers. ${COUNTED}`,
  'rules.disability-high': `High premium of medium and large employers. ${COUNTED}`,
  'rules.childcare': `Pays for childcare, on the base of the disability fund. ${COUNTED}`,
  'rules.return-to-work': `The employer’s own or its sector’s premium for partial disability and sickness of former staff. ${COUNTED}`,
  'rules.return-to-work-recovered': `The employer’s premium for partial disability and sickness of former staff is {{premium}}; half of its disability part ({{disability}}) is taken back from net pay. ${COUNTED}`,
  'rules.health-levy': `The employer pays your income-related health contribution. ${COUNTED}`,
  'rules.health-contribution': `Your income-related health contribution is withheld. ${COUNTED}`,
  'rules.pension': 'The pension premium of both sides; your own part comes off before tax and premiums.',
  'rules.holiday-allowance': 'Holiday allowance earned with this wage; it is set aside and paid later.',
  'rules.wage': 'The wage agreed for the work.',
  'rules.fee': 'The all-in fee of an artist.',
  'rules.small-allowance': 'Part of the fee paid free of tax and premiums, at most 163 euro a performance.',
  'rules.cost-decision': 'Part of the fee the tax office leaves free for costs.',
  'rules.holiday-allowance-paid': 'Holiday allowance of 8 % of the wage.',
  'rules.one-off': 'Pay beside the ordinary wage.',
  'rules.severance': 'Pay from employment that has ended.',
  'earnings.wage': 'Wage',
  'earnings.fee': 'Fee',
  'earnings.small-allowance': 'Small allowance',
  'earnings.cost-decision': 'Costs left free',
  'earnings.holiday-allowance': 'Holiday allowance',
  'earnings.one-off': 'One-off pay',
  'earnings.severance': 'Pay from former employment',
  'figures.premium-wage': 'Wage that bears employee-insurance premiums',
  'figures.labour-credit': 'Labour credit settled',
  'figures.minimum-wage': 'Minimum wage for the hours paid',
  'figures.minimum-wage-shortfall': 'Lacking to the minimum wage',
  'holidays.new-year': 'New Year’s Day',
  'holidays.easter-monday': 'Easter Monday',
  'holidays.kings-day': 'King’s Day',
  'holidays.liberation-day': 'Liberation Day',
  'holidays.ascension': 'Ascension Day',
  'holidays.whit-monday': 'Whit Monday',
  'holidays.christmas': 'Christmas Day',
  'holidays.boxing-day': 'Second day of Christmas',
  'authorities.belastingdienst': 'Tax Administration: wage tax',
  'authorities.belastingdienst-premiums': 'Tax Administration: employee insurances and health',
  'authorities.holiday-allowance': 'Holiday allowance to be paid out',
  'authorities.pension-fund': 'Pension provider',
  'vat.reverse-charge': 'VAT reverse-charged (btw verlegd)',
  'vat.outside-scope': 'Not subject to Dutch VAT, art. 6 of the VAT Act 1968',
  'vat.exempt-copyright': 'Exempt from VAT, art. 11(1)(q) of the VAT Act 1968',
  'vat.exempt-training': 'Exempt from VAT, art. 11(1)(o) of the VAT Act 1968',
}
