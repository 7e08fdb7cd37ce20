import type { ListedCommand } from '../command.ts'

/** All commands, in the order in which `samen --help` shows them. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'start',
    summary: 'Start the server: what "pnpm start" does',
    load: () => import('./start.ts'),
  },
  {
    name: 'migrate',
    summary: 'Bring the tables of the database up to date',
    load: () => import('./migrate.ts'),
  },
]
