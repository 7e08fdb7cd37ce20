import { datedValues, euro, type Minor } from '@samen/core/country'

/** Flat quotas of a month of a training contract. */
export interface TrainingQuotas {
  readonly commonEmployer: Minor
  readonly commonEmployee: Minor
  readonly accidentTemporary: Minor
  readonly accidentPermanent: Minor
  readonly wageGuarantee: Minor
  readonly trainingEmployer: Minor
  readonly trainingEmployee: Minor
}

const quotas = (
  commonEmployer: string,
  commonEmployee: string,
  accidentTemporary: string,
  accidentPermanent: string,
  wageGuarantee: string,
  trainingEmployer: string,
  trainingEmployee: string,
): TrainingQuotas =>
  Object.freeze({
    commonEmployer: euro(commonEmployer),
    commonEmployee: euro(commonEmployee),
    accidentTemporary: euro(accidentTemporary),
    accidentPermanent: euro(accidentPermanent),
    wageGuarantee: euro(wageGuarantee),
    trainingEmployer: euro(trainingEmployer),
    trainingEmployee: euro(trainingEmployee),
  })

/** Training contracts (formación en alternancia), by the days worked. */
export const TRAINING_CONTRACT = {
  trainingContract: datedValues<TrainingQuotas>(
    'table',
    'Contrato de formación en alternancia: flat quotas of a month',
    [
      '2025-01-01',
      quotas('55.97', '11.16', '3.99', '3.72', '4.25', '2.09', '0.27'),
      'Orden PJC/178/2025 art. 46',
    ],
    [
      '2026-01-01',
      quotas('57.72', '11.51', '4.12', '3.83', '4.38', '2.16', '0.28'),
      'Orden PJC/297/2026 art. 46',
    ],
  ),
}
