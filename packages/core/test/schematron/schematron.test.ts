import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyRules, type RuleFile, RuleFileError, readRules } from '@samen/core/schematron'
import { describe, expect, test } from 'vitest'

const fileText = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const rules = readRules(fileText('orders.sch'), fileText) as RuleFile

const apply = (inside: string, max = 100) => {
  const [answer] = applyRules(`<order xmlns="urn:bakery" currency="EUR">${inside}</order>`, [rules], max)
  return answer
}

describe('an order held against the rules of an invented bakery', () => {
  test('keeps them', () => {
    expect(apply('<line><bread>rye</bread><pieces>8</pieces></line><account>98</account>')).toEqual({
      breaches: [],
      unanswered: [],
    })
  })

  test('a breach names the rule, the place and the sentence, with values in it', () => {
    expect(apply('<line><pieces>2</pieces></line><line><pieces>3</pieces></line>')?.breaches).toEqual([
      {
        rule: 'B-2',
        level: 'fatal',
        place: '/order/line[2]',
        text: '[B-2] line has 3 pieces in EUR, an odd number.',
      },
    ])
  })

  test('an absolute context is looked for from the root alone', () => {
    const inside =
      '<extra><pieces>1</pieces></extra><line><pieces>2</pieces><extra><pieces>1</pieces></extra></line>'
    expect(apply(inside)?.breaches).toMatchObject([{ rule: 'B-2', place: '/order/extra' }])
  })

  test('within a pattern only the first rule that concerns an element counts', () => {
    expect(apply('<line free="yes"><pieces>3</pieces></line>')?.breaches).toEqual([])
    expect(apply('<line free="yes"><price>1</price></line>')?.breaches).toMatchObject([{ rule: 'B-1' }])
  })

  test('a report speaks when its test is true, and lets of an included pattern are seen', () => {
    expect(apply('<line><bread>wheat</bread><pieces>12</pieces></line>')?.breaches).toMatchObject([
      { rule: 'B-3', level: 'warning' },
    ])
  })

  test('a check digit over 24 digits is exact', () => {
    const valid = 97n * 10n ** 21n + 1n
    expect(apply(`<account>${valid}</account>`)?.breaches).toEqual([])
    expect(apply(`<account>${valid + 1n}</account>`)?.breaches).toMatchObject([{ rule: 'B-4' }])
  })

  test('amounts are added and taken off as decimals', () => {
    const bill = (total: string) =>
      apply(
        `<sum><part>0.1</part><part>0.2</part><gross>96.74</gross><off>96.72</off><total>${total}</total></sum>`,
      )
    expect(bill('0.32')?.breaches).toEqual([])
    expect(bill('0.33')?.breaches).toMatchObject([{ rule: 'B-6' }])
  })

  test('a rule that cannot be evaluated is named, and the others are still applied', () => {
    const answer = apply('<bakedOn>tomorrow</bakedOn><line><pieces>3</pieces></line>')
    expect(answer?.unanswered).toMatchObject([{ rule: 'B-5', reason: expect.stringContaining('FORG0001') }])
    expect(answer?.breaches).toMatchObject([{ rule: 'B-2' }])
  })

  test('no more breaches are told than wanted', () => {
    expect(apply('<line><pieces>3</pieces></line>'.repeat(20), 5)?.breaches).toHaveLength(5)
  })
})

describe('a file of rules', () => {
  const schematron = (inside: string) =>
    readRules(`<schema xmlns="http://purl.oclc.org/dsdl/schematron">${inside}</schema>`, fileText)

  test('that others include is none by itself', () => {
    expect(readRules(fileText('codes.sch'), fileText)).toBeUndefined()
  })

  test.each([
    ['<html />', 'not a Schematron'],
    ['<a>', 'not well-formed'],
  ])('%s is refused: %s', (text, reason) => {
    expect(() => readRules(text, fileText)).toThrow(reason)
  })

  test.each([
    ['', 'asserts nothing'],
    ['<pattern abstract="true"><rule context="a"><assert test="b" /></rule></pattern>', 'preprocessed'],
    ['<pattern><rule abstract="true" id="r"><assert test="b" /></rule></pattern>', 'preprocessed'],
    ['<pattern><rule><assert test="b" /></rule></pattern>', '<rule> has no context'],
  ])('with %s is refused: %s', (inside, reason) => {
    expect(() => schematron(inside)).toThrow(RuleFileError)
    expect(() => schematron(inside)).toThrow(reason)
  })
})
