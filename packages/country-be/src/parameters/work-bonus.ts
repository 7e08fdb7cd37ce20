import { euro, type Minor, parameter, type Rate, rate } from '@samen/core/country'

/** One part of the work bonus: the full amount up to `floor`, then falling by `slope` to nothing at `top`. */
export interface BonusPart {
  readonly maximum: Minor
  readonly floor: Minor
  readonly top: Minor
  readonly slope: Rate
}

/** Both parts for workers declared at 100 % (employees) or at 108 % (manual workers, artists), and the yearly cap. */
export interface WorkBonusTable {
  readonly a: BonusPart
  readonly b: BonusPart
  readonly yearlyCap: Minor
}

const part = (maximum: string, floor: string, top: string, slope: string): BonusPart => ({
  maximum: euro(maximum),
  floor: euro(floor),
  top: euro(top),
  slope: rate(slope),
})

const table = (a: BonusPart, b: BonusPart, yearlyCap: string): WorkBonusTable => ({
  a,
  b,
  yearlyCap: euro(yearlyCap),
})

/** One cap for all, at 100 % and at 108 %: NSSO instructions 2009/1 and 2026/3 state one amount « per worker ». */
const CAP =
  'The yearly cap is twelve times the full monthly amount, which gives the published 3 594.36 of July 2026; this one was not read.'
const JANUARY_2025 =
  'Index step of May 2024, derived from the amounts of April 2024 and February 2025 (2 %); not read in a source.'

/** Amounts for a full month of full-time work. Royal Decree of 17 January 2000, art. 2; NSSO instructions, « werkbonus ». */
export const workBonusParameters = {
  workBonusEmployee: parameter<WorkBonusTable>({
    unit: 'table',
    title: 'Work bonus (parts A and B) of employees declared at 100 %',
    series: [
      {
        from: '2025-01-01',
        value: table(
          part('118.22', '2723.36', '3207.33', '0.2443'),
          part('159.43', '2132.60', '2723.36', '0.2699'),
          '3331.80',
        ),
        source: 'Derived from the amounts in force from 1 February 2025',
        unverified: JANUARY_2025,
      },
      {
        from: '2025-02-01',
        value: table(
          part('120.59', '2777.83', '3271.48', '0.2443'),
          part('162.62', '2175.25', '2777.83', '0.2699'),
          '3398.52',
        ),
        source: 'easypay-group.com, flash 10499 (1 February 2025); sheet c.2',
        unverified: CAP,
      },
      {
        from: '2026-01-01',
        value: table(
          part('123.00', '2833.36', '3271.48', '0.2807'),
          part('165.87', '2218.73', '2833.36', '0.2699'),
          '3466.44',
        ),
        source: 'NSSO (sheet c.2, dux-params)',
        unverified: CAP,
      },
      {
        from: '2026-03-01',
        value: table(
          part('123.00', '2833.36', '3336.98', '0.2442'),
          part('165.87', '2218.73', '2833.36', '0.2699'),
          '3466.44',
        ),
        source: 'NSSO (sheet c.2, dux-params, annex-py)',
        unverified: CAP,
      },
      {
        from: '2026-04-01',
        value: table(
          part('125.04', '2880.32', '3336.98', '0.2738'),
          part('168.62', '2255.50', '2880.32', '0.2699'),
          '3523.92',
        ),
        source: 'NSSO (sheet c.2, dux-params, pc200, annex-py)',
        unverified: CAP,
      },
      {
        from: '2026-07-01',
        value: table(
          part('127.54', '2937.93', '3336.98', '0.3196'),
          part('171.99', '2300.62', '2937.93', '0.2699'),
          '3594.36',
        ),
        source: 'NSSO (sheet c.2, vic-spec, dux-params)',
      },
      {
        from: '2026-09-01',
        value: table(
          part('127.54', '2937.93', '3403.62', '0.2739'),
          part('171.99', '2300.62', '2937.93', '0.2699'),
          '3594.36',
        ),
        source: 'NSSO (sheet c.2, vic-spec, dux-params, nm-cfg)',
      },
    ],
  }),
  workBonusManual: parameter<WorkBonusTable>({
    unit: 'table',
    title: 'Work bonus (parts A and B) of manual workers and artists declared at 108 %',
    series: [
      {
        from: '2025-01-01',
        value: table(
          part('127.68', '2723.36', '3207.33', '0.2638'),
          part('172.18', '2132.60', '2723.36', '0.2915'),
          '3331.80',
        ),
        source: 'Derived: 108 % of the amounts for employees',
        unverified: JANUARY_2025,
      },
      {
        from: '2025-02-01',
        value: table(
          part('130.24', '2777.83', '3271.48', '0.2638'),
          part('175.63', '2175.25', '2777.83', '0.2915'),
          '3398.52',
        ),
        source: 'easypay-group.com, flash 10499 (1 February 2025)',
        unverified: CAP,
      },
      {
        from: '2026-01-01',
        value: table(
          part('132.84', '2833.36', '3271.48', '0.3032'),
          part('179.14', '2218.73', '2833.36', '0.2915'),
          '3466.44',
        ),
        source: 'NSSO (sheet c.2, dux-params)',
        unverified: CAP,
      },
      {
        from: '2026-03-01',
        value: table(
          part('132.84', '2833.36', '3336.98', '0.2638'),
          part('179.14', '2218.73', '2833.36', '0.2915'),
          '3466.44',
        ),
        source: 'NSSO (sheet c.2, dux-params, annex-py)',
        unverified: CAP,
      },
      {
        from: '2026-04-01',
        value: table(
          part('135.04', '2880.32', '3336.98', '0.2957'),
          part('182.11', '2255.50', '2880.32', '0.2915'),
          '3523.92',
        ),
        source: 'NSSO (sheet c.2, dux-params, pc200, annex-py)',
        unverified: CAP,
      },
      {
        from: '2026-07-01',
        value: table(
          part('137.74', '2937.93', '3336.98', '0.3452'),
          part('185.75', '2300.62', '2937.93', '0.2915'),
          '3594.36',
        ),
        source: 'NSSO (sheet c.2, vic-spec, dux-params)',
      },
      {
        from: '2026-09-01',
        value: table(
          part('137.74', '2937.93', '3403.62', '0.2958'),
          part('185.75', '2300.62', '2937.93', '0.2915'),
          '3594.36',
        ),
        source: 'NSSO (sheet c.2, vic-spec, dux-params, nm-cfg)',
      },
    ],
  }),
}
