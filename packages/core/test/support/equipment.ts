import type { IsoDate, Minor } from '../../src/country/index.ts'
import type { EquipmentPlan } from '../../src/equipment/index.ts'
import {
  approveSupplierInvoice,
  enterSupplierInvoice,
  supplierInvoiceById,
} from '../../src/supplier-invoices/index.ts'
import type { WageScene } from './wage-scene.ts'

interface Purchase extends EquipmentPlan {
  readonly activityId: string
  readonly net: Minor
  readonly vat?: Minor
  readonly deductibleVat?: Minor
  readonly boughtOn: IsoDate
}

/** A shop's paper invoice of a thing to keep, entered by one person and approved by another. @returns the thing's id */
export async function buyEquipment(
  scene: WageScene,
  today: IsoDate,
  { activityId, net, vat = 0n, boughtOn, deductibleVat, ...equipment }: Purchase,
): Promise<string> {
  const supplierInvoiceId = await scene.do(
    today,
    (trx, context) =>
      enterSupplierInvoice(trx, context, {
        activityId,
        supplierName: 'Invented Stage Supplies',
        supplierCountry: 'XX',
        number: equipment.name,
        issuedOn: boughtOn,
        net,
        vat,
      }),
    'ann',
  )
  return scene.do(today, async (trx, context) => {
    await approveSupplierInvoice(trx, context, { supplierInvoiceId, equipment, deductibleVat })
    return (await supplierInvoiceById(trx, scene.officeId, supplierInvoiceId)).assetId as string
  })
}
