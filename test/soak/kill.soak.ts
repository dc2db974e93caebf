/** A thousand kills in the middle of edits: no acknowledged edit lost, the file whole each time. */
import { killAgainAndAgain } from '../db/killing.ts'

const KILLS = 1000

const edits = await killAgainAndAgain(KILLS, (kills) => {
  if (kills % 100 === 0) console.log(`${kills} of ${KILLS} kills`)
})
console.log(`${KILLS} kills, ${edits} edits, none of those acknowledged lost`)
