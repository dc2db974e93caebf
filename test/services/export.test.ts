import { describe, expect, it } from 'vitest'
import type { PageEngine } from '../../electron/print/engine.ts'
import { exportPdf, exportXlsx, fileNameFor } from '../../electron/services/export.ts'
import type { Period } from '../../shared/model.ts'
import { changed } from '../outputReports.ts'
import { build } from '../shared/building.ts'

const report = build([['1', 'Lúa', 'Ha', '10', '12', '', '']])

describe('the name offered for a file', () => {
  function nameOf(office: string, period: Period): string {
    return fileNameFor(changed(report, { office, period }), 'xlsx')
  }

  it.each<[string, Period]>([
    ['BieuChiTieu_XaLucBinh_Nam2023_ban1.xlsx', { kind: 'year', year: 2023 }],
    ['BieuChiTieu_XaLucBinh_2026_6T_ban1.xlsx', { kind: 'half-year', index: 1, year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2026_6TCuoiNam_ban1.xlsx', { kind: 'half-year', index: 2, year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2026_9T_ban1.xlsx', { kind: 'nine-months', year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2026_Q1_ban1.xlsx', { kind: 'quarter', index: 1, year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2026_T05_ban1.xlsx', { kind: 'month', index: 5, year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2026_T12_ban1.xlsx', { kind: 'month', index: 12, year: 2026 }],
    ['BieuChiTieu_XaLucBinh_2021-2025_ban1.xlsx', { kind: 'term', from: 2021, to: 2025 }],
    ['BieuChiTieu_XaLucBinh_ban1.xlsx', { kind: 'unknown' }],
  ])('%s', (name, period) => {
    expect(nameOf('xã Lục Bình', period)).toBe(name)
  })

  it.each([
    ['', 'BieuChiTieu_ban1.xlsx'],
    ['UBND phường Đức Xuân', 'BieuChiTieu_UBNDPhuongDucXuan_ban1.xlsx'],
    ['đặc khu Phú Quý', 'BieuChiTieu_DacKhuPhuQuy_ban1.xlsx'],
    ['../../etc/passwd: "a" | b?', 'BieuChiTieu_EtcPasswdAB_ban1.xlsx'],
    ['thị trấn'.normalize('NFD'), 'BieuChiTieu_ThiTran_ban1.xlsx'],
    ['村', 'BieuChiTieu_ban1.xlsx'],
  ])('of the office "%s" is ASCII', (office, name) => {
    expect(nameOf(office, { kind: 'unknown' })).toBe(name)
  })

  it('stays short', () => {
    expect(nameOf('xã '.repeat(200), { kind: 'year', year: 2023 }).length).toBeLessThan(100)
  })

  it('has the extension asked for', () => {
    expect(fileNameFor(report, 'pdf')).toMatch(/\.pdf$/)
  })
})

describe('exports', () => {
  it('are a workbook', async () => {
    const bytes = await exportXlsx(report)
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK')
  })

  it('close every page they open, also when printing fails', async () => {
    let open = 0
    const engine: PageEngine = {
      open: (html) => {
        open += 1
        const measuring = !html.includes('<section>')
        return Promise.resolve({
          evaluate: (script) =>
            Promise.resolve(
              script.includes('min-content')
                ? [{ pieces: Array<number>(7).fill(20), lines: Array<number>(7).fill(40) }]
                : { title: 50, notes: [], signature: 0, tables: [{ header: 20, rows: [20] }] },
            ),
          pdf: () => {
            expect(measuring).toBe(false)
            return Promise.reject(new Error('no paper'))
          },
          close: () => {
            open -= 1
            return Promise.resolve()
          },
        })
      },
    }
    await expect(exportPdf(report, engine)).rejects.toThrow('no paper')
    expect(open).toBe(0)
  })
})
