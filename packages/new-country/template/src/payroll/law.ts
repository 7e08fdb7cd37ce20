import { resolver } from '@samen/core/country'
import { parameters } from '../parameters/index.ts'
import type { NewlandSituation } from './situation.ts'

const inForce = resolver(parameters)

/** The figures in force for a payslip. */
export type Law = ReturnType<typeof inForce>

/** Which day's law a payslip reads: that of the day it is paid, unless the statute looks at the days worked. */
export const lawOf = ({ paidOn }: NewlandSituation): Law => inForce(paidOn)
