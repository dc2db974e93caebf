/** The style sheet of a printed report. Lengths in print units, so that it measures and prints the same. */
import { NUMBER_FROM_EDGE, PAPER, textArea } from '../../shared/paperSize.ts'
import { NOTE_SIZE } from '../../shared/paperText.ts'
import type { Setting } from './paper.ts'

/**
 * The top margin is partly the section's own, so that the page number can stand in it: what stands outside the area
 * of `@page` is cut off.
 */
export function styles(setting: Setting): string {
  return `
@page {
  size: A4 ${setting.landscape ? 'landscape' : 'portrait'};
  margin: ${NUMBER_FROM_EDGE}mm ${PAPER.right}mm ${PAPER.bottom}mm ${PAPER.left}mm;
}
:root { --width: ${textArea(setting.landscape).width}px; --table-size: ${setting.fontSize}pt; }
* { box-sizing: border-box; margin: 0; padding: 0; }
body {
  width: var(--width);
  font: 13pt/1.2 'Times New Roman', 'Liberation Serif', Tinos, serif;
  color: black;
  background: white;
  /* Glyphs keep the same widths on screen, where pages are measured, and on paper. */
  text-rendering: geometricPrecision;
}
section { position: relative; padding-top: ${PAPER.top - NUMBER_FROM_EDGE}mm; }
section + section { break-before: page; }
.number { position: absolute; top: 0; width: 100%; text-align: center; }
.title-block, .signature { display: flow-root; }
.title-block { padding-bottom: 5mm; text-align: center; }
.title { font-size: 14pt; font-weight: bold; text-wrap: balance; }
.subtitle { font-style: italic; text-wrap: balance; }
.rule { width: 30mm; margin: 1.5mm auto 0; border-top: 1px solid black; }
.halves { display: grid; grid-template-columns: 1fr 1fr; column-gap: 5mm; }
.block p { min-height: 1.2em; }
.block.centre { text-align: center; }
.whole, .part { display: inline-block; }
.whole::after, .part::after { content: ''; display: block; margin: 0.5mm auto 1mm; border-top: 1px solid black; }
.part::after { width: 40%; }
.letterhead { padding-bottom: 6mm; }
/* "Phụ lục I" in the centre belongs to the title below it. */
.letterhead .halves + .block { margin-top: 6mm; }
.letterhead:has(> .block) { padding-bottom: 1mm; }
.note { padding: 1mm 1.2mm 0; font-size: ${NOTE_SIZE}pt; }
sup { font-size: 70%; line-height: 0; }
.signature { padding-top: 6mm; }
.slot { padding-right: 8mm; }
table {
  border: solid black;
  border-width: 1px 0 0 1px;
  border-collapse: separate;
  border-spacing: 0;
  table-layout: fixed;
  font-size: var(--table-size);
}
th, td {
  border: solid black;
  border-width: 0 1px 1px 0;
  padding: 0.7mm 1.2mm;
  white-space: pre-line;
  overflow-wrap: break-word;
  vertical-align: middle;
}
th, td.centre { text-align: center; }
td.right { text-align: right; }
td.unbroken, .joined { white-space: nowrap; }
tr.bold td { font-weight: bold; }
`
}
