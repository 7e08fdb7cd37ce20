export {
  confirmWindUp,
  finishWindUp,
  isSettled,
  proposeWindUp,
  type Unsettled,
  unsettled,
  type WindUp,
  windUpOf,
  withdrawWindUp,
} from './wind-up.ts'
