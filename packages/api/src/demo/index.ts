export {
  buildDemo,
  DEMO_START_SCALE,
  type Demo,
  type DemoOptions,
  type DemoProgress,
  type NewDemoUser,
} from './build-demo.ts'
export { type OfficeSlug, PROFILES } from './countries/index.ts'
export { DEMO_PASSWORD, DEMO_SIGN_INS, type DemoSignIn, demoSignIns } from './sign-ins.ts'
export { type DemoStanding, demoStanding, standingSignIns } from './standing.ts'
