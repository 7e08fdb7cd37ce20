import { defineCommand } from '../command.ts'
import { connect } from '../database.ts'

export const command = defineCommand({
  options: {},
  async run() {
    // Connecting brings the tables up to date.
    const { close } = await connect()
    await close()
    process.stdout.write('The tables are up to date.\n')
    return undefined
  },
})
