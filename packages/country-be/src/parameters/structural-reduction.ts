import { euro, type Minor, parameter, type Rate, rate } from '@samen/core/country'

/** R = alpha × (S0 − S) + gamma × (S2 − S), neither term below zero. */
export interface StructuralTable {
  readonly alpha: Rate
  readonly s0: Minor
  readonly gamma: Rate
  readonly s2: Minor
}

const table = (alpha: string, s0: string, gamma: string, s2: string): StructuralTable => ({
  alpha: rate(alpha),
  s0: euro(s0),
  gamma: rate(gamma),
  s2: euro(s2),
})

/** Programme act of 24 December 2002 (I), art. 331; Royal Decree of 16 May 2003, art. 2. Category 1, per quarter. */
export const structuralReductionParameters = {
  structuralReduction: parameter<StructuralTable>({
    unit: 'table',
    title: 'Structural reduction of employer contributions, category 1, per quarter',
    series: [
      {
        from: '2025-01-01',
        value: table('0.14', '11013.62', '0.40', '6943.32'),
        source: 'Sheet c.3 (odoo-t), 102 % of the amounts of April 2024 (groups.be)',
      },
      {
        from: '2025-04-01',
        value: table('0.14', '11233.89', '0.40', '7082.19'),
        source: '102 % of the amounts before; S0 agrees with a 2025/3 parameter file',
        unverified:
          'The very-low-wage part of the second quarter of 2025 was derived from the index step, not read.',
      },
      {
        from: '2025-07-01',
        value: table('0.14', '11233.89', '0.15', '9360.00'),
        source:
          'Public parameter file quoting NSSO 2025/3; 102 % of it gives the amounts of 2026 (sheet c.3)',
        unverified: 'Read in one secondary source only.',
      },
      {
        from: '2026-01-01',
        value: table('0.14', '11458.57', '0.15', '9547.20'),
        source: 'Sheet c.3 (dux-params and two code bases quoting Partena and Easypay)',
      },
      {
        from: '2026-04-01',
        value: table('0.14', '11458.57', '0.16', '9547.20'),
        source: 'Sheet c.3 (dux-params)',
      },
      {
        from: '2026-07-01',
        value: table('0.14', '11687.74', '0.16', '9738.14'),
        source: 'NSSO instructions 2026/3 p. 383 (sheet c.3)',
      },
    ],
  }),
}
