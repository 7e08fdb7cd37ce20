import { parameter, percent, type Rate } from '@samen/core/country'

/** Students on a written student contract: the solidarity contribution within a quota of hours a year. */
export const studentParameters = {
  studentHours: parameter<number>({
    unit: 'count',
    title:
      'Hours of a calendar year, at all employers together, a student may work under the solidarity contribution',
    series: [
      {
        from: '2025-01-01',
        value: 650,
        source:
          'Adopted in 2025, in force from 1 January 2025 without an end date (cessoc.be/node/24997; svgestion.be; hralert.be on the act on diverse provisions)',
      },
    ],
  }),
  studentEmployeeRate: parameter<Rate>({
    unit: 'rate',
    title: 'Solidarity contribution of students, student’s part',
    series: [
      {
        from: '2025-01-01',
        value: percent('2.71'),
        source:
          'NSSO instructions, « Étudiants » (8.13 %: 2.71 and 5.42 %); NSSO rates 2026/3, codes 840 and 841 (sheet c.1)',
      },
    ],
  }),
  studentEmployerRate: parameter<Rate>({
    unit: 'rate',
    title: 'Solidarity contribution of students, employer’s part, without the Asbestos Fund',
    series: [
      {
        from: '2025-01-01',
        value: percent('5.42'),
        source:
          'NSSO instructions, « Étudiants »; easypay-group.com (5.43 %, of which 0.01 % Asbestos Fund; 5.42 % for 2026); securex.eu; cessoc.be',
        unverified:
          'The rate file 2026/3 reads 5.43 %, as lists did while the 0.01 % of the Asbestos Fund was part of it; since 2024 that is code 256, apart, and due in some quarters only.',
      },
    ],
  }),
}
