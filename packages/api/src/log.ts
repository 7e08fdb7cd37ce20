import { type Logger, pino } from 'pino'

export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug'>

/**
 * The server's log: one JSON object a line, on standard error. It names routes, never addresses with ids filled in,
 * and never bodies, names or numbers: a log is no place for personal data.
 */
export const openLog = (level = process.env.SAMEN_LOG ?? 'info'): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))
