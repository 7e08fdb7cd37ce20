import { numberQuestion } from '../stateless/number.ts'
import { lineCommand } from './stateless.ts'

export const command = lineCommand(numberQuestion)
