/**
 * verdict-differs: the file's assessment is not the one its figures earn.
 * Silent where a person overruled it, where a figure changed since the import, where nothing is worked out, where the
 * column holds a remark and no assessment, and where only the wording differs: "Không đạt" for "Chưa đạt", and a
 * forecast "(Dự kiến Đạt)" of what has come true.
 */
import { NOT_MET, NOT_YET_MET } from '../assess.ts'
import type { Computed } from '../calculate.ts'
import type { Finding, Report } from '../model.ts'
import { folded, normalText } from '../text.ts'
import { comparedIn, statedNow } from './compared.ts'
import { finding } from './finding.ts'

const ASSESSING = /vượt|đạt|đánh giá|hoàn thành/u

export function verdictDiffers(report: Report, computed: Computed): readonly Finding[] {
  return comparedIn(report, 'assessment').flatMap(({ row, column }) => {
    const right = computed.get(row.id)?.[column.id]
    const stated = statedNow(report, row, column)?.text
    if (right === undefined || stated === undefined || !ASSESSING.test(folded(stated))) return []
    if (meaning(stated) === meaning(right)) return []
    return [finding('verdict-differs', 'warning', row, column, { stated: normalText(stated), right })]
  })
}

function meaning(verdict: string): string {
  const word = folded(verdict)
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/^dự kiến /u, '')
    .replace(/\.$/u, '')
    .trim()
  return word === folded(NOT_YET_MET) ? folded(NOT_MET) : word
}
