import {
  type BillingRecord,
  type CancellationRecord,
  canonicalRecord,
  qrAddress,
  recordHash,
} from '@samen/core/e-invoice'
import { expect, test } from 'vitest'

/** The three worked examples of the tax agency's specification of the hash, 0.1.2, section 6. */
const FIRST: BillingRecord = {
  issuer: '89890001K',
  number: '12345678/G33',
  issuedOn: '2024-01-01',
  type: 'F1',
  vat: '12.35',
  gross: '123.45',
  recordedAt: '2024-01-01T19:20:30+01:00',
}
const SECOND: BillingRecord = { ...FIRST, number: '12345679/G34', recordedAt: '2024-01-01T19:20:35+01:00' }
const CANCELLATION: CancellationRecord = {
  issuer: '89890001K',
  number: '12345679/G34',
  issuedOn: '2024-01-01',
  recordedAt: '2024-01-01T19:20:40+01:00',
}
const HASHES = [
  '3C464DAF61ACB827C65FDA19F352A4E3BDC2C640E9E9FC4CC058073F38F12F60',
  'F7B94CFD8924EDFF273501B01EE5153E4CE8F259766F88CF6ACB8935802A2B97',
  '177547C0D57AC74748561D054A9CEC14B4C4EA23D1BEFD6F2E69E3A388F90C68',
] as const

test('the worked examples of the tax agency come out', () => {
  expect(canonicalRecord(FIRST, undefined)).toBe(
    'IDEmisorFactura=89890001K&NumSerieFactura=12345678/G33&FechaExpedicionFactura=01-01-2024&TipoFactura=F1&CuotaTotal=12.35&ImporteTotal=123.45&Huella=&FechaHoraHusoGenRegistro=2024-01-01T19:20:30+01:00',
  )
  expect(recordHash(FIRST, undefined)).toBe(HASHES[0])
  expect(recordHash(SECOND, HASHES[0])).toBe(HASHES[1])
  expect(recordHash(CANCELLATION, HASHES[1])).toBe(HASHES[2])
})

test('the QR code leads to the agency, the number of the invoice escaped', () => {
  expect(qrAddress({ ...FIRST, number: '12345678&G33', gross: '241.4' }, { sent: true })).toBe(
    'https://www2.agenciatributaria.gob.es/wlpl/TIKE-CONT/ValidarQR?nif=89890001K&numserie=12345678%26G33&fecha=01-01-2024&importe=241.40',
  )
  expect(qrAddress(FIRST, { sent: false })).toContain('/ValidarQRNoVerifactu?')
})

test('what has not its form is refused rather than hashed', () => {
  expect(() => canonicalRecord({ ...FIRST, recordedAt: '2024-01-01T19:20:30Z' }, undefined)).toThrow(/offset/)
  expect(() => canonicalRecord({ ...FIRST, gross: '1.234' }, undefined)).toThrow(/2 decimals/)
  expect(() => canonicalRecord({ ...FIRST, issuedOn: '01-01-2024' }, undefined)).toThrow(/no day/)
  expect(() => canonicalRecord(FIRST, 'abc')).toThrow(/hexadecimal/)
})
