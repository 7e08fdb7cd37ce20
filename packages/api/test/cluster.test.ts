import { expect, test } from 'vitest'
import { workersNamed } from '../src/cluster.ts'

test('the servers of a cluster are a list of names and addresses', () => {
  expect(workersNamed(' north=postgres://a:b@one/samen?options=x=y  south=postgres://two/samen ')).toEqual({
    north: 'postgres://a:b@one/samen?options=x=y',
    south: 'postgres://two/samen',
  })
  expect(workersNamed(undefined)).toBeUndefined()
  expect(workersNamed('  ')).toBeUndefined()
})

test.each([
  'postgres://one/samen',
  'North=postgres://one/samen',
  '=postgres://one/samen',
  'north',
  'north=postgres://one/a north=postgres://two/a',
])('%s is refused, and the password in an address is not repeated', (list) => {
  expect(() => workersNamed(list.replace('//', '//user:secret@'))).toThrow(
    expect.objectContaining({ message: expect.not.stringContaining('secret') }),
  )
})
