import { expect, test } from 'vitest'
import { conflict, invalid, notFound, Problem, problemTypes, refused } from '../../src/problem/index.ts'

test('a wrong field becomes a problem document that names it', () => {
  expect(JSON.parse(JSON.stringify(invalid('lines[2].rate', 'A rate lies between 0 and 1.')))).toEqual({
    type: '/problems/invalid-field',
    title: 'A field is missing or wrong',
    status: 422,
    detail: 'A rate lies between 0 and 1.',
    field: 'lines[2].rate',
  })
})

test('further members travel along but never replace the standard ones', () => {
  const problem = refused('The client has reached its credit limit.', { limit: '5000.00', status: 200 })
  expect(problem.toJSON()).toMatchObject({ limit: '5000.00', status: 422, type: '/problems/refused' })
})

test('a problem is an error with its sentence as message', () => {
  for (const problem of [notFound('invoice BE-2026-7'), conflict('Approved already.')]) {
    expect(problem).toBeInstanceOf(Error)
    expect(problem).toBeInstanceOf(Problem)
    expect(problem.message).toBe(problem.detail)
  }
})

test('every type is a slug with an HTTP error status', () => {
  for (const [type, { status }] of Object.entries(problemTypes)) {
    expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(600)
  }
})
