/** Loaded before a process of Jalon (`--import`): its clock stands at `JALON_TEST_CLOCK` when it starts, then goes on. */
const at = process.env.JALON_TEST_CLOCK
if (at !== undefined) {
  const Real = Date
  const shift = Real.parse(at) - Real.now()
  globalThis.Date = class extends Real {
    constructor(...given: ConstructorParameters<typeof Date> | []) {
      if (given.length === 0) super(Real.now() + shift)
      else super(...given)
    }
    static override now() {
      return Real.now() + shift
    }
  } as DateConstructor
}
