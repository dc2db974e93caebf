/**
 * What is good for an indicator: more of it, less of it, to stay within a range, to keep what is there; or only words can
 * tell. Proposed from the target and the name; where they are not sure, more is better, as in nearly every row.
 */
import type { Cell, Direction, Id, Report, Row } from './model.ts'
import { isPlaceholder } from './cells.ts'
import { sentence, type Sentence } from './sentence.ts'
import { normalText, plainWords } from './text.ts'

export interface ProposedDirection {
  readonly direction: Direction
  readonly why: Sentence
}

/** Of these, offices want less. Without diacritics, as `plainWords` gives them. */
const UNWANTED = [
  'ho (?:gia dinh )?(?:can )?ngheo',
  'ty le (?:nguoi )?(?:can )?ngheo',
  'can ngheo',
  'ngheo da chieu',
  'tai ngheo',
  'suy dinh duong',
  'thap coi',
  'sinh con thu (?:3|ba|4|bon)',
  'tang (?:dan so )?tu nhien',
  'gia tang dan so',
  'tang dan so',
  'phat trien dan so tu nhien',
  'tao hon',
  'hon nhan can huyet',
  'tu vong',
  'nguoi chet',
  'bi thuong',
  'tai nan',
  'that nghiep',
  'thieu viec lam',
  'toi pham',
  'pham phap hinh su',
  'te nan',
  'nghien ma tuy',
  'vi pham',
  'no xau',
  'no qua han',
  'no dong',
  'bo hoc',
  'luu ban',
  'mu chu',
  'chay rung',
  'chay no',
  'vu chay',
  'hoa hoan',
  'pha rung',
  'khieu kien',
  'nha tam',
  'nha dot nat',
  'that thoat',
  'ton that dien',
  'bao luc gia dinh',
  'ngo doc',
  'mac benh',
  'nhiem hiv',
  'ly hon',
  'tre han',
  'qua han',
  'yeu kem',
  'lam phat',
  'chi so gia tieu dung',
] as const

/** Beside one of these words the unwanted thing is fought, helped or merely talked about: "hộ nghèo được vay vốn". */
const TURNED = [
  'giam',
  'thoat ngheo',
  'xoa',
  'duoc',
  'khong',
  'chua',
  'giai quyet',
  'xu ly',
  'xet xu',
  'khoi to',
  'truy to',
  'triet pha',
  'bat giu',
  'dieu tra',
  'kham',
  'phat hien',
  'tiep nhan',
  'tin bao',
  'to giac',
  'thu hoi',
  'thu no',
  'phong,? (?:chong|ngua|chay|tranh)',
  'phong va chong',
  'chong',
  'ngan chan',
  'ngan ngua',
  'kiem che',
  'han che',
  'khac phuc',
  'quan ly',
  'kiem soat',
  'giam sat',
  'thanh tra',
  'kiem tra',
  'dieu tri',
  'cai nghien',
  'phuc hoi',
  'ho tro',
  'giup',
  'tro cap',
  'tro giup',
  'mien (?:giam|phi)',
  'cho vay',
  'vay',
  'du no',
  'tham gia',
  'tiep can',
  'su dung',
  'co (?:viec lam|nha|the|nuoc|dien|bao hiem|thu nhap|ke hoach)',
  'bao hiem',
  'bhyt',
  'bhxh',
  'bhtn',
  'tuyen truyen',
  'van dong',
  'tro lai',
  'tap huan',
  'dao tao',
  'day nghe',
  'hoc nghe',
  'dat',
  'hoan thanh',
  'an toan',
  'so cuu',
  'mo hinh',
  'cau lac bo',
  'to,? doi',
  'mo lop',
  'buoi',
  'hoi nghi',
  'cuoc',
  'ra soat',
  'lap ho so',
  'kinh phi',
  'nguon von',
  'von',
  'chi (?:ho tro|tra|cho)',
  'quy (?:vi|phong|bao)',
  'chuong trinh',
  'du an',
  'ke hoach',
  'xay (?:moi|nha)',
  'sua chua',
  'xuat khau',
  'dua',
  'tang qua',
  'tham hoi',
  'ket nap',
  'bien phap',
  'co hoc',
  'doi thoai',
] as const

const UNWANTED_THING = new RegExp(`\\b(?:${UNWANTED.join('|')})\\b`)
const TURNING_WORD = new RegExp(`\\b(?:${TURNED.join('|')})\\b`)
const KEEPING = /^(?:duy tri|giu vung|giu nguyen|bao dam giu vung)\b/

/** What the name alone says; worked out once for a row, which never changes. */
const ofNames = new WeakMap<Row, ProposedDirection>()

/** `target` is the cell that the row's assessment is measured against. */
export function proposeDirection(row: Row, target: Cell | undefined): ProposedDirection {
  return ofTarget(target) ?? agreeing(ofName(row), target)
}

/** What holds for a row: what a person said, else what is proposed from its name and main target. */
export function directionOf(report: Report, row: Row): ProposedDirection & { readonly proposed: boolean } {
  const column = mainTarget(report)
  const target = column === undefined ? undefined : row.cells[column]
  if (row.direction === undefined) return { ...proposeDirection(row, target), proposed: true }
  return { direction: row.direction, why: whySet(row.direction, target), proposed: false }
}

/** The column of targets that the first assessment compares with, else the first plan. */
function mainTarget({ columns }: Report): Id | undefined {
  return (
    columns.find(({ role, to }) => role === 'assessment' && to !== undefined)?.to ??
    columns.find(({ role }) => role === 'plan')?.id
  )
}

/** What holds for a row in a column measured against this target. */
export function directionAgainst(row: Row, target: Cell | undefined): Direction {
  return row.direction ?? proposeDirection(row, target).direction
}

const BEGINS_WITH_FIGURE = /^[\d<>≥≤]/

/** Undefined where the target leaves it to the name. */
function ofTarget(target: Cell | undefined): ProposedDirection | undefined {
  if (target === undefined || target.flags !== undefined || isPlaceholder(target.text)) return undefined
  const { text, quantity } = target
  const params = { text: normalText(text) }
  if (!BEGINS_WITH_FIGURE.test(text) && KEEPING.test(plainWords(text)))
    return { direction: 'keep', why: sentence('direction-keep-target', params) }
  if (quantity === undefined) return { direction: 'words', why: sentence('direction-words', params) }
  if (quantity.low !== undefined) return { direction: 'range', why: sentence('direction-range', params) }
  if (quantity.sense === 'decrease') return { direction: 'more', why: sentence('direction-decrease', params) }
  if (quantity.op === '<' || quantity.op === '<=') {
    return { direction: 'less', why: sentence('direction-less-target', params) }
  }
  return undefined
}

/** A target of ">" or "≥" and a name of which less is better contradict each other: the target is the surer one. */
function agreeing(ofName: ProposedDirection, target: Cell | undefined): ProposedDirection {
  const op = target?.quantity?.op
  if (ofName.direction !== 'less' || (op !== '>' && op !== '>=')) return ofName
  return {
    direction: 'more',
    why: sentence('direction-more-target', { text: normalText(target?.text ?? '') }),
  }
}

function ofName(row: Row): ProposedDirection {
  const known = ofNames.get(row)
  if (known !== undefined) return known
  const found = fromName(row.name)
  ofNames.set(row, found)
  return found
}

function fromName(name: string): ProposedDirection {
  const plain = plainWords(name)
  const keeping = KEEPING.exec(plain)
  if (keeping !== null) {
    return { direction: 'keep', why: sentence('direction-keep-name', { words: asWritten(name, keeping) }) }
  }
  // What stands in brackets explains the name: "(theo chuẩn đa chiều giai đoạn 2021-2025)".
  const bare = plain.replace(/\([^)]*\)?/g, (bracket) =>
    /\bgiam\b/.test(bracket) ? bracket : blank(bracket),
  )
  const unwanted = UNWANTED_THING.exec(bare)
  if (unwanted === null) return { direction: 'more', why: sentence('direction-more') }
  const words = asWritten(name, unwanted)
  const turning = TURNING_WORD.exec(bare.replace(UNWANTED_THING, blank))
  if (turning === null) return { direction: 'less', why: sentence('direction-less-name', { words }) }
  const params = { words, but: asWritten(name, turning) }
  return { direction: 'more', why: sentence('direction-turned', params) }
}

/** As long as the text, so that what is found behind it keeps its place. */
function blank(text: string): string {
  return '-'.repeat(text.length)
}

/** The found words in the spelling of the name. */
function asWritten(name: string, found: RegExpExecArray): string {
  const normal = normalText(name)
  const plain = found[0]
  const written = normal.slice(found.index, found.index + plain.length)
  return plainWords(written) === plain ? written : plain
}

/** A contradiction between what was set and what the target says is told where it was set. */
function whySet(direction: Direction, target: Cell | undefined): Sentence {
  const { op, low } = target?.quantity ?? {}
  const params = { text: normalText(target?.text ?? '') }
  const upwards = op === '>' || op === '>='
  const downwards = op === '<' || op === '<='
  if (direction === 'less' && upwards) return sentence('direction-set-against-lower', params)
  if ((direction === 'more' || direction === 'keep') && downwards) {
    return sentence('direction-set-against-upper', params)
  }
  if (direction === 'range' && op !== undefined && low === undefined) {
    return sentence('direction-set-no-range', params)
  }
  return sentence('direction-set')
}
