/** Small rules of the desktop program: names, arguments, tokens, the window's place. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freePath } from '../../electron/freeName.ts'
import { startArgument, startArguments } from '../../electron/startArguments.ts'
import { createTokens } from '../../electron/tokens.ts'
import { placeOnScreen } from '../../electron/windowPlace.ts'

test('a proposed name is one that no file has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bieu-names-'))
  try {
    const propose = (name: string) => {
      const path = freePath(folder, name)
      writeFileSync(path, '')
      return path.slice(folder.length + 1)
    }
    const first = 'BieuChiTieu_XaLucBinh_2026_6T_ban1.xlsx'
    expect([propose(first), propose(first), propose(first)]).toEqual([
      'BieuChiTieu_XaLucBinh_2026_6T_ban1.xlsx',
      'BieuChiTieu_XaLucBinh_2026_6T_ban2.xlsx',
      'BieuChiTieu_XaLucBinh_2026_6T_ban3.xlsx',
    ])
    expect([propose('bieu.v1.pdf'), propose('bieu.v1.pdf')]).toEqual(['bieu.v1.pdf', 'bieu.v1_2.pdf'])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('arguments are found in both spellings, and not where their values are missing', () => {
  expect(startArgument(['bieu.exe', '--data', 'D:\\x'], '--data')).toBe('D:\\x')
  expect(startArgument(['bieu.exe', '--data=D:\\a b'], '--data')).toBe('D:\\a b')
  expect(startArgument(['bieu.exe', '--data'], '--data')).toBeUndefined()
  expect(startArgument(['bieu.exe', '--database', 'x'], '--data')).toBeUndefined()
  expect(startArguments(['node', 'main', '--print-report', 'a', 'b'], '--print-report', 2)).toEqual([
    'a',
    'b',
  ])
  expect(startArguments(['node', 'main', '--print-report', 'a'], '--print-report', 2)).toBeUndefined()
})

test('a token stands for its path, and no other text does', () => {
  const tokens = createTokens()
  const token = tokens.tokenFor('/home/lan/bieu.xlsx')
  expect(token).not.toContain('bieu')
  expect(tokens.pathOf(token)).toBe('/home/lan/bieu.xlsx')
  expect(tokens.tokenFor('/home/lan/bieu.xlsx')).not.toBe(token)
  expect(tokens.pathOf('/home/lan/bieu.xlsx')).toBeUndefined()
  expect(createTokens().pathOf(token)).toBeUndefined()
})

describe('the window opens', () => {
  const main = { x: 0, y: 0, width: 1366, height: 728 }
  const second = { x: 1366, y: 0, width: 1920, height: 1040 }
  const size = { width: 1200, height: 700, maximised: false }

  test('where it was, on any screen', () => {
    const place = { x: 1500, y: 100, ...size }
    expect(placeOnScreen(place, [main, second])).toEqual(place)
  })

  test('on the main screen when the other one is gone', () => {
    expect(placeOnScreen({ x: 1500, y: 100, ...size }, [main])).toEqual(size)
  })

  test('where its title bar can be reached', () => {
    expect(placeOnScreen({ x: 100, y: -50, ...size }, [main])).toEqual(size)
    expect(placeOnScreen({ x: 1300, y: 100, ...size }, [main])).toEqual(size)
    expect(placeOnScreen({ x: -1000, y: 100, ...size }, [main])).toEqual({ x: -1000, y: 100, ...size })
  })

  test('no larger than its screen, and maximised where it was', () => {
    const large = { width: 2000, height: 1500, maximised: true }
    expect(placeOnScreen(large, [main])).toEqual({ width: 1366, height: 728, maximised: true })
    expect(placeOnScreen({ x: 1400, y: 0, ...large }, [main, second])).toEqual({
      x: 1400,
      y: 0,
      width: 1920,
      height: 1040,
      maximised: true,
    })
  })
})
