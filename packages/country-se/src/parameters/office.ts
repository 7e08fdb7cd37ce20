import { fraction, parameter, percent, type Rate } from '@samen/core/country'

export const officeParameters = {
  holidayRate: parameter<Rate>({
    unit: 'rate',
    title: 'Semesterersättning: holiday compensation on pay by the hour, day or job',
    series: [
      {
        from: '2025-01-01',
        value: percent('12'),
        source: 'Semesterlagen (1977:480) 16 b § and 28 § (sheet a)',
      },
    ],
  }),
}

export const levy = parameter<Rate>({
  unit: 'rate',
  title: 'Fee of the cooperative on the amount invoiced, VAT excluded: 6.95 % on top of what remains',
  series: [
    {
      from: '2017-01-01',
      value: fraction(695n, 10695n),
      source: 'smartse.org, public calculator: (revenue / 1.0695 − expenses) / 1.3142 (sheet a, b)',
      unverified:
        'The calculator’s percentage; the cooperative sets its fee by individual need and its price list was not found.',
    },
  ],
})

export const payDeadlineDays = parameter<number>({
  unit: 'count',
  title: 'Working days after the end of a job within which its wage is paid',
  series: [
    {
      from: '2017-01-01',
      value: 7,
      source: 'The federation’s promise; smartse.org: within about a week of the invoice (sheet a)',
      unverified:
        'No statute sets a day; monthly pay on the 25th is custom, collective agreements may differ.',
    },
  ],
})
