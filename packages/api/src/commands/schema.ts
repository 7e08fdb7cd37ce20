import { defineCommand } from '../command.ts'
import { schemasOf } from '../stateless/schema.ts'
import { countryOption } from './stateless.ts'

export const command = defineCommand({
  usage: '--country xx',
  options: { country: { type: 'string', short: 'c' } },
  async run({ values }) {
    process.stdout.write(`${JSON.stringify(schemasOf(await countryOption(values.country)), null, 2)}\n`)
    return undefined
  },
})
