export {
  buildDemo,
  DEMO_DATE,
  DEMO_START_SCALE,
  type Demo,
  type DemoOptions,
  type DemoProgress,
  type NewDemoUser,
} from './build-demo.ts'
export { DEMO_PASSWORD, DEMO_SIGN_INS, type DemoSignIn, demoSignIns } from './sign-ins.ts'
export { type DemoStanding, demoStanding } from './standing.ts'
