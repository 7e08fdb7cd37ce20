import { payslipQuestion } from '../stateless/payslip.ts'
import { lineCommand } from './stateless.ts'

export const command = lineCommand(payslipQuestion)
