import { branch, leaf } from '../../xml/index.ts'
import { UnwritableError } from '../binding.ts'
import { collapse, withDecimals } from './leaves.ts'
import { amount, type BillingRecord, type CancellationRecord, dayFirst, recordHash } from './verifactu.ts'

/**
 * A billing record as the tax agency's schema has it (SuministroInformacion.xsd, tike V1.0). Which code stands for which
 * supply is read in list L9 and L10 of the Orden HAC/1177/2024; that services taxed where a foreign client is are N2, and that
 * an invoice without the client's number is F2, is unverified.
 */

/** One VAT rate's part of a record; amounts are negative where it gives back. */
export interface RecordedVat {
  /** EN 16931 category. */
  readonly category: string
  /** In percent. */
  readonly rate: string
  readonly base: string
  readonly amount: string
}

/** Whom an invoice went to; without a number it is an invoice without identified recipient. */
export interface RecordedBuyer {
  readonly name: string
  readonly country: string
  /** NIF of a Spanish buyer, VAT number of one in the Union, any number of others. */
  readonly number?: string | undefined
}

/** What a record says beside what is hashed. */
export interface RecordedInvoice {
  readonly issuerName: string
  readonly buyer: RecordedBuyer
  readonly description: string
  /** Day the work was done, where it is not the day of the invoice. */
  readonly performedOn?: string | undefined
  /** The invoice a correction takes from. */
  readonly corrects?: { readonly number: string; readonly issuedOn: string } | undefined
  readonly vat: readonly RecordedVat[]
  /** The record mends an earlier one of the same invoice; `rejected` when the agency refused that one. */
  readonly mends?: { readonly rejected: boolean } | undefined
}

/** SistemaInformatico: which program made the record, and who answers for it. */
export interface RecordingSystem {
  readonly producerName: string
  readonly producerNif: string
  readonly version: string
  /** Tells this installation from all others. */
  readonly installation: string
  /** More than one company keeps its records in this installation. */
  readonly severalCompanies: boolean
}

/** The record before in the chain. */
export type PreviousRecord = Pick<BillingRecord, 'issuer' | 'number' | 'issuedOn'> & { readonly hash: string }

export interface WrittenRecord {
  readonly hash: string
  /** `RegistroAlta` or `RegistroAnulacion`, with its namespace: a record by itself. */
  readonly content: string
}

export const RECORDS_NAMESPACE =
  'https://www2.agenciatributaria.gob.es/static_files/common/internet/dep/aplicaciones/es/aeat/tike/cont/ws/SuministroInformacion.xsd'
export const SUPPLY_NAMESPACE =
  'https://www2.agenciatributaria.gob.es/static_files/common/internet/dep/aplicaciones/es/aeat/tike/cont/ws/SuministroLR.xsd'

/** Characters of a name, and of the description. */
const NAME_MAX = 120
const TEXT_MAX = 500

/** The record of an issued invoice (RegistroAlta). @throws UnwritableError, RangeError for what has not its form. */
export function writeIssuedRecord(
  record: BillingRecord,
  invoice: RecordedInvoice,
  system: RecordingSystem,
  previous: PreviousRecord | undefined,
): WrittenRecord {
  const { issuer, number, issuedOn, type, vat, gross, recordedAt } = record
  const { issuerName, buyer, description, performedOn, corrects, mends } = invoice
  const hash = recordHash(record, previous?.hash)
  const content = element(
    'RegistroAlta',
    leaf('sf:IDVersion', '1.0'),
    branch('sf:IDFactura', idOf({ issuer, number, issuedOn })),
    leaf('sf:NombreRazonEmisor', cut(issuerName, NAME_MAX)),
    ...(mends ? [leaf('sf:Subsanacion', 'S'), leaf('sf:RechazoPrevio', mends.rejected ? 'S' : 'N')] : []),
    leaf('sf:TipoFactura', type),
    ...(type.startsWith('R') ? [leaf('sf:TipoRectificativa', 'I')] : []),
    ...(corrects
      ? [branch('sf:FacturasRectificadas', branch('sf:IDFacturaRectificada', idOf({ issuer, ...corrects })))]
      : []),
    ...(performedOn === undefined ? [] : [leaf('sf:FechaOperacion', dayFirst(performedOn))]),
    leaf('sf:DescripcionOperacion', cut(description, TEXT_MAX)),
    ...(type === 'F2' || type === 'R5'
      ? [leaf('sf:FacturaSinIdentifDestinatarioArt61d', 'S')]
      : [branch('sf:Destinatarios', branch('sf:IDDestinatario', person(buyer)))]),
    branch('sf:Desglose', ...invoice.vat.map((part) => vatPart(part, buyer))),
    leaf('sf:CuotaTotal', amount(vat)),
    leaf('sf:ImporteTotal', amount(gross)),
    ending(system, previous, recordedAt, hash),
  )
  return { hash, content }
}

/** The record that takes the record of an invoice back (RegistroAnulacion). */
export function writeCancelledRecord(
  record: CancellationRecord,
  system: RecordingSystem,
  previous: PreviousRecord | undefined,
): WrittenRecord {
  const hash = recordHash(record, previous?.hash)
  const content = element(
    'RegistroAnulacion',
    leaf('sf:IDVersion', '1.0'),
    branch(
      'sf:IDFactura',
      leaf('sf:IDEmisorFacturaAnulada', record.issuer),
      leaf('sf:NumSerieFacturaAnulada', record.number),
      leaf('sf:FechaExpedicionFacturaAnulada', dayFirst(record.issuedOn)),
    ),
    ending(system, previous, record.recordedAt, hash),
  )
  return { hash, content }
}

/** Records in one file, as the agency's schema of a supply takes them (SuministroLR.xsd). */
export const SUPPLY_MAX = 1000

/** @param records as they were written, in the order of the chain; at most `SUPPLY_MAX`. */
export function writeSupply(
  company: { readonly name: string; readonly nif: string },
  records: readonly string[],
): string {
  if (records.length === 0 || records.length > SUPPLY_MAX)
    throw new UnwritableError(`A file holds 1 to ${SUPPLY_MAX} records, here are ${records.length}.`)
  const head = branch(
    'sum:Cabecera',
    branch(
      'sf:ObligadoEmision',
      leaf('sf:NombreRazon', cut(company.name, NAME_MAX)),
      leaf('sf:NIF', company.nif),
    ),
  )
  const body = records.map((record) => branch('sum:RegistroFactura', record)).join('')
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sum:RegFactuSistemaFacturacion xmlns:sum="${SUPPLY_NAMESPACE}" xmlns:sf="${RECORDS_NAMESPACE}">${head}${body}</sum:RegFactuSistemaFacturacion>\n`
}

const element = (name: string, ...children: string[]): string =>
  `<sf:${name} xmlns:sf="${RECORDS_NAMESPACE}">${children.join('')}</sf:${name}>`

const cut = (text: string, max: number): string => collapse(text).slice(0, max)

const idOf = ({ issuer, number, issuedOn }: Pick<BillingRecord, 'issuer' | 'number' | 'issuedOn'>): string =>
  leaf('sf:IDEmisorFactura', issuer) +
  leaf('sf:NumSerieFactura', number) +
  leaf('sf:FechaExpedicionFactura', dayFirst(issuedOn))

/** 02 is a VAT number of the Union, 04 the number of a country of residence (list L7). */
function person({ name, country, number = '' }: RecordedBuyer): string {
  const shown = leaf('sf:NombreRazon', cut(name, NAME_MAX))
  if (country === 'ES') return shown + leaf('sf:NIF', number)
  const isUnion = number.startsWith(country === 'GR' ? 'EL' : country)
  return (
    shown +
    branch(
      'sf:IDOtro',
      leaf('sf:CodigoPais', country),
      leaf('sf:IDType', isUnion ? '02' : '04'),
      leaf('sf:ID', cut(number, 20)),
    )
  )
}

/** IVA, general scheme: taxed, reversed, exempt by art. 20, or not taxed here at all. */
function vatPart({ category, rate, base, amount: vat }: RecordedVat, { country }: RecordedBuyer): string {
  const class_ = CLASSES[category]?.(country !== 'ES')
  if (!class_) throw new UnwritableError(`A billing record has no place for VAT category ${category}.`)
  const hasRate = class_ === 'S1' || class_ === 'S2'
  return branch(
    'sf:DetalleDesglose',
    leaf('sf:Impuesto', '01'),
    leaf('sf:ClaveRegimen', '01'),
    class_.startsWith('E') ? leaf('sf:OperacionExenta', class_) : leaf('sf:CalificacionOperacion', class_),
    ...(hasRate ? [leaf('sf:TipoImpositivo', withDecimals(rate, 'TipoImpositivo', 0, 2, 3))] : []),
    leaf('sf:BaseImponibleOimporteNoSujeto', amount(base)),
    ...(hasRate ? [leaf('sf:CuotaRepercutida', amount(vat))] : []),
  )
}

const CLASSES: Readonly<Record<string, (isForeign: boolean) => 'S1' | 'S2' | 'N1' | 'N2' | 'E1'>> = {
  S: () => 'S1',
  AE: (isForeign) => (isForeign ? 'N2' : 'S2'),
  O: (isForeign) => (isForeign ? 'N2' : 'N1'),
  E: () => 'E1',
}

function ending(
  system: RecordingSystem,
  previous: PreviousRecord | undefined,
  recordedAt: string,
  hash: string,
): string {
  return [
    branch(
      'sf:Encadenamiento',
      previous
        ? branch('sf:RegistroAnterior', idOf(previous), leaf('sf:Huella', previous.hash))
        : leaf('sf:PrimerRegistro', 'S'),
    ),
    branch(
      'sf:SistemaInformatico',
      leaf('sf:NombreRazon', cut(system.producerName, NAME_MAX)),
      leaf('sf:NIF', system.producerNif),
      leaf('sf:NombreSistemaInformatico', 'Samen'),
      leaf('sf:IdSistemaInformatico', 'SA'),
      leaf('sf:Version', system.version),
      leaf('sf:NumeroInstalacion', system.installation),
      leaf('sf:TipoUsoPosibleSoloVerifactu', 'N'),
      leaf('sf:TipoUsoPosibleMultiOT', 'S'),
      leaf('sf:IndicadorMultiplesOT', system.severalCompanies ? 'S' : 'N'),
    ),
    leaf('sf:FechaHoraHusoGenRegistro', recordedAt),
    leaf('sf:TipoHuella', '01'),
    leaf('sf:Huella', hash),
  ].join('')
}
