/**
 * encoding-converted: the file's texts were in TCVN3 (ABC) or VNI and have been turned into Unicode. Only for information:
 * what was converted reads as Vietnamese, but names are worth a look.
 */
import type { Conversion, Finding, Report } from '../model.ts'

const NAMES: Readonly<Record<Conversion['encoding'], string>> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' }

export function encodingConverted({ source }: Report): readonly Finding[] {
  return (source?.conversions ?? []).map(({ encoding, cells }) => ({
    code: 'encoding-converted',
    severity: 'info',
    params: { encoding: NAMES[encoding], cells },
  }))
}
