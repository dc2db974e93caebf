/** A real appendix of 44 indicators to PDF with the program open, against LibreOffice printing the same workbook. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exportPdf, exportXlsx } from '../../electron/services/export.ts'
import { pdfOf } from '../libreOffice.ts'
import { startChromium } from '../print/chromiumEngine.ts'
import { importFixture } from '../shared/importing.ts'
import { timed, type Bench } from './bench.ts'

const RUNS = 5
const MOST_KILOBYTES = 60

const bench: Bench = async () => {
  const report = importFixture('bac-kan-6-thang-2024')
  const workbook = await exportXlsx(report)
  const profile = mkdtempSync(join(tmpdir(), 'libreoffice-profile-'))
  const engine = await startChromium()
  try {
    const ours = await timed(RUNS, () => exportPdf(report, engine))
    const peer = await timed(RUNS, () => pdfOf(workbook, profile))
    const { length } = await exportPdf(report, engine)
    return [
      { job: '44-row appendix to PDF', against: 'LibreOffice headless', ours, peer, unit: 'ms', budget: 1 },
      {
        job: 'its size',
        against: 'the limit',
        ours: length / 1000,
        peer: MOST_KILOBYTES,
        unit: 'KB',
        budget: 1,
      },
    ]
  } finally {
    await engine.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

export default bench
