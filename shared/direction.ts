/**
 * What is good for an indicator: more of it, less of it, to stay within a range, to keep what is there; or only words can
 * tell. Proposed from the target and the name; where they are not sure, more is better, as in nearly every row.
 */
import type { Aim } from './assess.ts'
import type { Cell, Column, Direction, Id, Report, Row } from './model.ts'
import { isPlaceholder } from './cells.ts'
import { phraseFinder, type Found } from './phrases.ts'
import { sentence, type Sentence } from './sentence.ts'
import { normalText } from './text.ts'

export interface ProposedDirection {
  readonly direction: Direction
  readonly why: Sentence
}

/** Of these, offices want less. As `plainWords` writes them. */
const UNWANTED = [
  'ho ngheo',
  'ho can ngheo',
  'ho gia dinh ngheo',
  'ho gia dinh can ngheo',
  'ty le ngheo',
  'ti le ngheo',
  'ty le nguoi ngheo',
  'can ngheo',
  'ngheo da chieu',
  'tai ngheo',
  'suy dinh duong',
  'thap coi',
  'sinh con thu 3',
  'sinh con thu ba',
  'tang tu nhien',
  'tang dan so tu nhien',
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
]

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
  'phong chong',
  'phong ngua',
  'phong chay',
  'phong tranh',
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
  'mien giam',
  'mien phi',
  'cho vay',
  'vay',
  'du no',
  'tham gia',
  'tiep can',
  'su dung',
  'co viec lam',
  'co nha',
  'co the',
  'co nuoc',
  'co dien',
  'co thu nhap',
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
  'to doi',
  'mo lop',
  'buoi',
  'hoi nghi',
  'cuoc',
  'ra soat',
  'lap ho so',
  'kinh phi',
  'nguon von',
  'von',
  'chi tra',
  'chi cho',
  'quy vi',
  'quy bao',
  'chuong trinh',
  'du an',
  'ke hoach',
  'xay moi',
  'xay nha',
  'sua chua',
  'xuat khau',
  'dua',
  'tang qua',
  'tham hoi',
  'ket nap',
  'bien phap',
  'co hoc',
  'doi thoai',
]

const unwantedThings = phraseFinder(UNWANTED)
const keepingWords = phraseFinder(['duy tri', 'giu vung', 'giu nguyen', 'bao dam giu vung'])
const turningWords = phraseFinder(TURNED)

/** `target` is the cell that the row's assessment is measured against. */
export function proposeDirection(row: Row, target: Cell | undefined): ProposedDirection {
  const { direction, why } = proposal(row, target)
  return { direction, why: why() }
}

/** What holds for a row in a column measured against this target. To keep what is unwanted is not to have more of it. */
export function aimAgainst(row: Row, target: Cell | undefined): Aim {
  const direction = row.direction ?? proposal(row, target).direction
  return direction === 'keep' && unwantedIn(row.name) !== undefined ? 'keep-less' : direction
}

/** What holds for a row: what a person said, else what is proposed from its name and main target. */
export function directionOf(report: Report, row: Row): ProposedDirection & { readonly proposed: boolean } {
  const column = mainTarget(report)
  const target = column === undefined ? undefined : row.cells[column]
  if (row.direction === undefined) return { ...proposeDirection(row, target), proposed: true }
  return { direction: row.direction, why: whySet(row, row.direction, target), proposed: false }
}

/** The column of targets that the first assessment compares with, else the first plan. */
function mainTarget({ columns }: Report): Id | undefined {
  return (
    columns.find(({ role, to }) => role === 'assessment' && to !== undefined)?.to ??
    columns.find(({ role }) => role === 'plan')?.id
  )
}

interface Proposal {
  readonly direction: Direction
  /** Asked for much more rarely than the direction. */
  readonly why: () => Sentence
}

function proposal(row: Row, target: Cell | undefined): Proposal {
  const fromTarget = target === undefined ? undefined : ofTarget(target, row.name)
  if (fromTarget !== undefined) return fromTarget
  const fromName = ofName(row.name)
  // The target is the surer one: "Tỷ lệ hộ nghèo" with a target of ">90" cannot be what it seems.
  const op = target?.quantity?.op
  return fromName.direction === 'less' && (op === '>' || op === '>=')
    ? said('more', 'direction-more-target', target?.text ?? '')
    : fromName
}

/** Undefined where the target leaves it to the name. */
function ofTarget({ text, quantity, flags }: Cell, name: string): Proposal | undefined {
  if (keepingWords.opening(text) !== undefined)
    return keeping(name, KEPT_BY_TARGET, { text: normalText(text) })
  if (quantity === undefined) {
    return flags !== undefined || isPlaceholder(text) ? undefined : said('words', 'direction-words', text)
  }
  if (quantity.low !== undefined) return said('range', 'direction-range', text)
  if (quantity.sense === 'decrease') return said('more', 'direction-decrease', text)
  const isUpper = quantity.op === '<' || quantity.op === '<='
  return isUpper ? said('less', 'direction-less-target', text) : undefined
}

function said(direction: Direction, key: string, text: string): Proposal {
  return { direction, why: () => sentence(key, { text: normalText(text) }) }
}

const MORE: Proposal = { direction: 'more', why: () => sentence('direction-more') }

function ofName(name: string): Proposal {
  const kept = keepingWords.opening(name)
  if (kept !== undefined) return keeping(name, KEPT_BY_NAME, { words: wordsAt(name, kept) })
  const bare = withoutRemarks(name)
  const unwanted = unwantedThings.first(bare)
  if (unwanted === undefined) return MORE
  const rest = without(bare, unwanted)
  const turning = turningWords.first(rest)
  const words = () => wordsAt(bare, unwanted)
  return turning === undefined
    ? { direction: 'less', why: () => sentence('direction-less-name', { words: words() }) }
    : {
        direction: 'more',
        why: () => sentence('direction-turned', { words: words(), but: wordsAt(rest, turning) }),
      }
}

/** Says one thing where something wanted is to be kept, and another where it is not. */
function keeping(
  name: string,
  { wanted, unwanted }: Readonly<Record<'wanted' | 'unwanted', string>>,
  params: Sentence['params'],
): Proposal {
  return {
    direction: 'keep',
    why: () => {
      const thing = unwantedIn(name)
      return thing === undefined ? sentence(wanted, params) : sentence(unwanted, { ...params, thing })
    },
  }
}

const KEPT_BY_NAME = { wanted: 'direction-keep-name', unwanted: 'direction-keep-less-name' }
const KEPT_BY_TARGET = { wanted: 'direction-keep-target', unwanted: 'direction-keep-less-target' }

/** The unwanted thing that a name surely counts. */
function unwantedIn(name: string): string | undefined {
  const bare = withoutRemarks(name)
  const unwanted = unwantedThings.first(bare)
  return unwanted === undefined || turningWords.first(without(bare, unwanted)) !== undefined
    ? undefined
    : wordsAt(bare, unwanted)
}

/** What stands in brackets explains the name: "(theo chuẩn đa chiều giai đoạn 2021-2025)". */
function withoutRemarks(name: string): string {
  return name.includes('(') ? name.replace(/\((?![^)]*giảm)[^)]*\)?/giu, '·') : name
}

function without(text: string, { start, end }: Found): string {
  return `${text.slice(0, start)}·${text.slice(end)}`
}

function wordsAt(text: string, { start, end }: Found): string {
  return normalText(text.slice(start, end))
}

/** A contradiction between what was set and what the target says is told where it was set. */
function whySet({ name }: Row, direction: Direction, target: Cell | undefined): Sentence {
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
  const thing = direction === 'keep' ? unwantedIn(name) : undefined
  return thing === undefined ? sentence('direction-set') : sentence('direction-set-keep-less', { thing })
}

/** What is good for the row against the figure of this column. What came before is no target: against it more is always more. */
export function aimIn(row: Row, to: Column | undefined): Aim {
  return to?.role === 'plan' ? aimAgainst(row, row.cells[to.id]) : 'more'
}
