/** The summary of a report as the command line prints it: columns and rows by their tags. */
import type { DecimalText, Id, Outcome } from './model.ts'
import type { Band, Share, Summary, Tally } from './summary.ts'

export interface SummaryJson extends TallyJson {
  /** The columns whose verdicts and ratios are counted. */
  readonly assessment?: string
  readonly ratio?: string
  /** The sections of the top level; `row` is the section's own. */
  readonly sections: readonly (TallyJson & { readonly row: string })[]
}

/** Every assessed indicator is under one verdict or without, and in one band or without. */
export interface TallyJson {
  readonly indicators: number
  readonly verdicts: readonly (ShareJson & { readonly word: string; readonly outcome: Outcome })[]
  readonly withoutVerdict: ShareJson
  /** What stands instead of a verdict and is none; its indicators are without verdict. Absent where there is nothing of the kind. */
  readonly unclear?: readonly (ShareJson & { readonly text: string })[]
  readonly bands: readonly (ShareJson & { readonly band: Band })[]
  readonly withoutRatio: ShareJson
}

export interface ShareJson {
  readonly count: number
  /** Per cent of the indicators. */
  readonly share: DecimalText
  readonly rows: readonly string[]
}

type Tags = ReadonlyMap<Id, string>

export function summaryJson(summary: Summary, columns: Tags, rows: Tags): SummaryJson {
  const assessment = columns.get(summary.assessment ?? '')
  const ratio = columns.get(summary.ratio ?? '')
  return {
    ...(assessment !== undefined && { assessment }),
    ...(ratio !== undefined && { ratio }),
    ...tallyJson(summary, rows),
    sections: summary.sections.map((section) => ({
      row: rows.get(section.row) ?? '',
      ...tallyJson(section, rows),
    })),
  }
}

function tallyJson(tally: Tally, tags: Tags): TallyJson {
  return {
    indicators: tally.indicators,
    verdicts: tally.verdicts.map(({ word, outcome, ...share }) => ({
      word,
      outcome,
      ...shareJson(share, tags),
    })),
    withoutVerdict: shareJson(tally.withoutVerdict, tags),
    ...(tally.unclear.length > 0 && {
      unclear: tally.unclear.map(({ text, ...share }) => ({ text, ...shareJson(share, tags) })),
    }),
    bands: tally.bands.map(({ band, ...share }) => ({ band, ...shareJson(share, tags) })),
    withoutRatio: shareJson(tally.withoutRatio, tags),
  }
}

function shareJson({ count, share, rows }: Share, tags: Tags): ShareJson {
  return { count, share, rows: rows.map((row) => tags.get(row) ?? '') }
}
