declare module 'taxjs/dist/es2015/Lohnsteuer2023JanuarBig.js' {
  import type Big from 'big.js'

  /** The package's own declarations name another module than the one Node can load. */
  export class Lohnsteuer2023JanuarBig {
    initInputs(): void
    setLZZ(value: number): void
    setSTKL(value: number): void
    setKVZ(value: Big): void
    setRE4(value: Big): void
    calculate(): void
    getLSTLZZ(): Big
  }
}
