/** The quiet signs before a figure: worked out from the rows below, less is better, how firm it is. */
import type { TFunction } from 'i18next'
import type { CellView } from './cells.ts'

export type Sign = 'rolledUp' | 'less' | 'estimate' | 'forecast'

interface Shape {
  /** A text's key where it is a word. */
  readonly text: string
  /** In pixels, with the gap behind it, in the wider of both languages. */
  readonly width: number
}

export const SIGNS: Readonly<Record<Sign, Shape>> = {
  rolledUp: { text: 'Σ', width: 14 },
  less: { text: '↓', width: 12 },
  estimate: { text: 'row:signEstimate', width: 28 },
  forecast: { text: 'row:signForecast', width: 44 },
}

export function signsOf(view: CellView | undefined): readonly Sign[] {
  const about = view?.about
  if (about === undefined) return []
  const kind = about.metadata?.kind
  return [
    ...(about.rolledUp === true ? (['rolledUp'] as const) : []),
    ...(about.less === true ? (['less'] as const) : []),
    ...(kind === 'estimate' || kind === 'forecast' ? [kind] : []),
  ]
}

export function signText(view: CellView, t: TFunction): string {
  return signsOf(view)
    .map((sign) => (SIGNS[sign].text.includes(':') ? t(SIGNS[sign].text) : SIGNS[sign].text))
    .join(' ')
}
