import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFatturaPa, writeUbl } from '@samen/core/e-invoice'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { italian } from '../../../core/test/e-invoice/fatturapa.ts'
import { ordinary } from '../../../core/test/e-invoice/invoices.ts'
import { Program } from '../support/program.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samen-check-invoice-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function check(xml: string, ...options: string[]) {
  const file = join(folder, 'invoice.xml')
  await writeFile(file, xml)
  return new Program('samen', ['check-invoice', file, ...options], {}).ended
}

test('an invoice that keeps the rules', async () => {
  const { code, stdout } = await check(writeUbl(ordinary()))
  expect({ code, ...JSON.parse(stdout) }).toEqual({
    code: 0,
    syntax: 'UBL 2.1 invoice',
    number: 'INV-2026-00042',
    valid: true,
    ruleSets: ['EN 16931', 'Peppol BIS Billing 3'],
    findings: [],
    officialRules: 'not checked',
  })
})

test('an Italian one is read, and the answer says that only a part of Italy’s rules was applied', async () => {
  const { invoice, supplement } = italian()
  const { code, stdout } = await check(writeFatturaPa(invoice, supplement))
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({
    code: 0,
    syntax: 'FatturaPA 1.2',
    number: 'FT/2026/42',
    valid: true,
    ruleSets: ['FatturaPA controls (a part)'],
  })
})

test('one that breaks a rule is told which, where and why', async () => {
  const xml = writeUbl(ordinary()).replace('>1754.50</cbc:PayableAmount>', '>1754.51</cbc:PayableAmount>')
  const { code, stdout } = await check(xml)
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    valid: false,
    findings: [
      {
        rule: 'BR-CO-16',
        level: 'fatal',
        place: 'totals.payable',
        text: 'The amount due is 1754.5, not 1754.51.',
      },
    ],
  })
})

test('a file that is no invoice is refused in one sentence', async () => {
  const { code, stderr } = await check('<html/>')
  expect(code).toBe(1)
  expect(stderr).toMatch(/is not read: <html> is no e-invoice that can be read here: UBL 2\.1 invoice/)
})

test('official rules in a folder of the operator’s are applied too, and named', async () => {
  const rules = join(folder, 'rules')
  await mkdir(join(rules, 'en16931'), { recursive: true })
  await mkdir(join(rules, 'xrechnung'))
  const sch = (id: string, namespace: string, test: string) =>
    `<schema xmlns="http://purl.oclc.org/dsdl/schematron"><title>Rules ${id}</title><ns prefix="u" uri="${namespace}"/>
     <pattern><rule context="/u:Invoice"><assert id="${id}" test="${test}">Not so.</assert></rule></pattern></schema>`
  const ubl = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'
  await writeFile(join(rules, 'en16931', 'ubl.sch'), sch('T-1', ubl, 'count(*) = 1'))
  await writeFile(join(rules, 'en16931', 'cii.sch'), sch('T-2', 'urn:other', 'false()'))
  await writeFile(join(rules, 'xrechnung', 'ubl.sch'), sch('T-3', ubl, 'false()'))
  const { code, stdout } = await check(writeUbl(ordinary()), '--rules', rules)
  expect({ code, ...JSON.parse(stdout) }).toMatchObject({
    code: 1,
    valid: false,
    findings: [],
    officialRules: {
      valid: false,
      files: [{ file: 'en16931/ubl.sch', title: 'Rules T-1', assertions: 1, unanswered: [] }],
      findings: [{ rule: 'T-1', level: 'fatal', place: '/Invoice', text: 'Not so.' }],
    },
  })
  const nowhere = await check(writeUbl(ordinary()), '--rules', join(folder, 'nowhere'))
  expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('is no folder that can be read') })
})
