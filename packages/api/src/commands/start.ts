import { defineCommand } from '../command.ts'
import { main } from '../server.ts'

export const command = defineCommand({
  options: {},
  async run() {
    await main()
    return undefined
  },
})
