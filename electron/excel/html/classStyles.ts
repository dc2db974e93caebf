/** What a page's own style sheets say of classes: Excel and Word say there how their cells look. */

/** More is no office's style sheet: every cell looks through what its classes say. */
const MOST_CLASSES = 10
const LONGEST_DECLARATIONS = 2_000

const RULE_OF_CLASS = /^\s*(?:td|th|tr|p|span)?\.([-\w]+)\s*$/i

export class ClassStyles {
  private readonly declarations = new Map<string, string>()

  /** The text of a style element. */
  add(sheet: string): void {
    for (const rule of sheet.replace(/<!--|-->/g, '').split('}')) {
      const start = rule.indexOf('{')
      if (start < 0) continue
      for (const selector of rule.slice(0, start).split(',')) {
        const [, name] = RULE_OF_CLASS.exec(selector) ?? []
        if (name === undefined) continue
        const declarations = `${rule.slice(start + 1)};${this.declarations.get(name) ?? ''}`
        this.declarations.set(name, declarations.slice(0, LONGEST_DECLARATIONS))
      }
    }
  }

  /** The declarations that count for an element, what counts first in front. */
  styleOf({ style = '', class: names = '' }: Readonly<Record<string, string>>): string {
    if (names === '' || this.declarations.size === 0) return style
    return [style, ...names.split(/\s+/, MOST_CLASSES).map((name) => this.declarations.get(name) ?? '')].join(
      ';',
    )
  }
}

/** The number formats that Excel calls by a name in a page. */
const NAMED_FORMATS: Readonly<Record<string, string>> = {
  general: '',
  fixed: '0.00',
  standard: '#,##0.00',
  percent: '0.00%',
  scientific: '0.00E+00',
}

/** The code of the number format that Excel states among the declarations; "" for none. */
export function statedFormat(style: string): string {
  const [, stated = ''] = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|[^;]*)/i.exec(style) ?? []
  const code = stated
    .trim()
    .replace(/^"|"$/g, '')
    .replace(/\\([0-9a-f]{4})|\\(.)/gi, (_, hex: string | undefined, plain: string | undefined) =>
      hex === undefined ? (plain ?? '') : String.fromCharCode(parseInt(hex, 16)),
    )
  return NAMED_FORMATS[code.toLowerCase()] ?? code
}
