/** The texts that cells refer to by number: plain or rich, without phonetic guides. */
import { RichTextBuilder, type RichText } from './richText.ts'
import { spaced } from './text.ts'
import { isTrue, parseXml } from './xml.ts'

export function readSharedStrings(text: string, part: string): readonly RichText[] {
  const strings: RichText[] = []
  let builder: RichTextBuilder | undefined
  let space: string | undefined
  let pending = ''
  parseXml(text, part, {
    open: (element, path) => {
      if (element.name === 'si' && path.length === 2) builder = new RichTextBuilder(part)
      else if (path.includes('rPh')) return
      else if (element.name === 't') {
        space = element.attribute('space')
        pending = ''
      } else if (element.name === 'r') builder?.openRun()
      else if (element.name === 'rPr') builder?.openProperties()
      else if (element.name === 'b') builder?.setBold(isTrue(element.attribute('val'), true))
      else if (element.name === 'i') builder?.setItalic(isTrue(element.attribute('val'), true))
      else if (element.name === 'rFont') builder?.setFont(element.attribute('val') ?? '')
    },
    text: (value, path) => {
      if (path.at(-1) === 't') pending += value
    },
    close: (name, path) => {
      if (name === 't' && !path.includes('rPh')) builder?.addText(spaced(pending, space))
      else if (name === 'si' && path.length === 2 && builder) {
        strings.push(builder.finish())
        builder = undefined
      }
    },
  })
  return strings
}
