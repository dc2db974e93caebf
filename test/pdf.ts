/** What a PDF says, read by poppler. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A word of a page and where it stands, in millimetres from the top left corner. */
export interface PdfWord {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly words: readonly PdfWord[]
  /** In reading order, white space as single spaces. */
  readonly text: string
}

export async function pdfPages(pdf: Uint8Array): Promise<readonly PdfPage[]> {
  const html = await poppler('pdftotext', ['-bbox'], pdf, ['-'])
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, content]) => {
      const words = wordsIn(content ?? '')
      return {
        width: millimetres(width),
        height: millimetres(height),
        words,
        text: words.map((word) => word.text).join(' '),
      }
    },
  )
}

/** The names of the fonts, each with whether it is embedded and tells its Unicode. */
export async function pdfFonts(
  pdf: Uint8Array,
): Promise<readonly { name: string; embedded: boolean; unicode: boolean }[]> {
  const lines = (await poppler('pdffonts', [], pdf, [])).trim().split('\n').slice(2)
  return lines.map((line) => {
    const [name = ''] = line.split(' ')
    const [embedded, , unicode] = line.match(/\b(yes|no)\b/g) ?? []
    return { name, embedded: embedded === 'yes', unicode: unicode === 'yes' }
  })
}

async function poppler(
  tool: string,
  options: readonly string[],
  pdf: Uint8Array,
  output: readonly string[],
): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-'))
  try {
    const file = join(folder, 'report.pdf')
    await writeFile(file, pdf)
    const { stdout } = await run(tool, [...options, file, ...output], { maxBuffer: 100_000_000 })
    return stdout
  } finally {
    await rm(folder, { recursive: true })
  }
}

function wordsIn(content: string): PdfWord[] {
  const word = /<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/gs
  return [...content.matchAll(word)].map(([, left, top, right, bottom, text]) => ({
    text: unescaped(text ?? ''),
    left: millimetres(left),
    top: millimetres(top),
    right: millimetres(right),
    bottom: millimetres(bottom),
  }))
}

function millimetres(points: string | undefined): number {
  return (Number(points) / 72) * 25.4
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
