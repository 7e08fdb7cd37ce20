import { deadlineQuestion } from '../stateless/deadline.ts'
import { lineCommand } from './stateless.ts'

export const command = lineCommand(deadlineQuestion)
