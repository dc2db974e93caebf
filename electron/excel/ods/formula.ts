/** A formula of OpenDocument as Excel writes it: "of:=[.D10]/[.$E$10];2" is D10/$E$10,2. */

/** A text in quotes, a reference in brackets, or one of the signs that differ. */
const PIECES = /"(?:[^"]|"")*"|\[((?:[^\]']|'(?:[^']|'')*')*)\]|COM\.MICROSOFT\.|[;!~]/g

export function plainFormula(formula: string): string {
  const [, body = ''] = /^(?:[a-z]+:)?=?([^]*)$/.exec(formula) ?? []
  return body.replace(PIECES, (piece: string, reference: string | undefined) => {
    if (reference !== undefined) return plainReference(reference)
    switch (piece) {
      case ';':
      case '~':
        return ','
      case '!':
        return ' '
      case 'COM.MICROSOFT.':
        return ''
      default:
        return piece
    }
  })
}

/** ".D10", ".D10:.E12", "$Sheet.D10", "'Sheet 1'.D10:.D12". */
function plainReference(reference: string): string {
  return reference
    .replace(/(^|:)\./g, '$1')
    .replace(/^\$?('(?:[^']|'')*'|[^'.:]+)\.(?=\$?[A-Za-z]{1,3}\$?\d|#REF!)/, '$1!')
}
