import { datedRates, datedValues, fraction, type Rate } from '@samen/core/country'

/** What the office sets aside itself. */
export const officeParameters = {
  specialPayShare: datedValues<Rate>(
    'rate',
    'Holiday and Christmas pay set aside with each wage: two months’ pay on twelve',
    [
      '2025-01-01',
      fraction(1n, 6n),
      'Collective agreements: Urlaubszuschuss and Weihnachtsremuneration (sheet b)',
    ],
  ),
  leaveShare: datedValues<Rate>(
    'rate',
    'Leave not taken, set aside with each wage: five weeks of fifty-two',
    ['2025-01-01', fraction(5n, 52n), 'UrlG §§ 2, 10'],
  ),
}

export const levy = datedRates(
  'Contribution of the cooperative on net invoices',
  ['2015-01-01', '7.5', 'guide.smartat.coop, rate of 2018 (sheet SMA)'],
  ['2021-07-01', '10', 'smart-at.org, decision of the members: 10 % of the net order from 1 July 2021'],
)

export const payDeadlineDays = datedValues<number>(
  'count',
  'Working days after the end of a job within which its wage is paid',
  [
    '2015-01-01',
    7,
    'The cooperative’s promise; AngG § 15 and ABGB § 1154 ask for the month’s end at the latest',
  ],
)
