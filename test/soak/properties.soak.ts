/** A million cases of each property that the tests try ten thousand of. */
import { quantityProperties } from '../shared/properties/quantities.ts'

const CASES = 1_000_000

const properties = { ...quantityProperties }

for (const [property, check] of Object.entries(properties)) {
  const start = performance.now()
  check(CASES)
  console.log(`${property}: ${CASES} cases in ${Math.round((performance.now() - start) / 1000)} s`)
}
