import { describe, expect, it } from 'vitest'
import { partsOf, unpackZipPart } from '../../../src/adapters/documents/zip-parts.ts'
import { fitTo } from '../../../src/adapters/packet-files/font-words.ts'
import { LACKING, packetPdf } from '../../../src/adapters/packet-files/pdf.ts'
import { packetWord } from '../../../src/adapters/packet-files/word.ts'
import type { DocumentPart, PacketDocument } from '../../../src/domain/packet/document.ts'
import { legible } from '../../../src/domain/packet/legible.ts'
import { NASTY } from './nasty.ts'
import { letters, pdfPages, pdfText, wordText } from './read-back.ts'
import { QUOTES, yearDocument } from './year-document.ts'

/** Paragraphs as mammoth separates them. */
const paragraphs = (text: string): string => text.replaceAll('\n', '\n\n')

const wordParts = (bytes: Uint8Array): Map<string, string> => {
  const zip = Buffer.from(bytes)
  return new Map(partsOf(zip)!.map((part) => [part.name, unpackZipPart(zip, part).toString('utf8')]))
}

const one = (...parts: DocumentPart[]): PacketDocument => ({ ...yearDocument({}), parts })

const numbered = Object.fromEntries(Object.values(NASTY).map((text, nth) => [nth + 1, text]))

describe('a packet as a Word file', () => {
  it('has every quote as it was written', async () => {
    const text = await wordText(await packetWord(yearDocument()))
    for (const [number, quote] of Object.entries(QUOTES))
      expect(text).toContain(`\n\n${number}\t${paragraphs(quote)}\n\n`)
  })

  it('shows words that try to be something else as words', async () => {
    const text = await wordText(await packetWord(yearDocument(numbered)))
    for (const [number, quote] of Object.entries(numbered))
      expect(text).toContain(`\n\n${number}\t${paragraphs(legible(quote))}\n\n`)
  })

  it('has the same parts, fields and links for such words as for plain ones', async () => {
    const plain = Object.fromEntries(Object.keys(numbered).map((number) => [number, 'plain']))
    const [nasty, usual] = await Promise.all(
      [numbered, plain].map(async (quotes) => wordParts(await packetWord(yearDocument(quotes)))),
    )
    expect([...nasty!.keys()]).toEqual([...usual!.keys()])
    expect(nasty!.get('word/_rels/document.xml.rels')!.length).toBe(
      usual!.get('word/_rels/document.xml.rels')!.length,
    )
    const body = nasty!.get('word/document.xml')!
    expect(body).not.toMatch(/<w:(?:instrText|fldSimple|fldChar|object|altChunk)\b/)
    expect(body).toContain(']]&gt;')
    for (const part of nasty!.values()) expect(part).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/)
  })

  it('takes a quote of 40,000 characters', async () => {
    const quote = 'I moved the thing. '.repeat(2_105).trim()
    const text = await wordText(await packetWord(yearDocument({ 1: quote })))
    expect(text).toContain(`\t${quote}\n`)
  })

  it('has headings, a language, a title, page numbers, and a head on each page', async () => {
    const parts = wordParts(await packetWord(yearDocument()))
    const body = parts.get('word/document.xml')!
    expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(5)
    expect(body.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(2)
    expect(parts.get('word/styles.xml')).toMatch(/<w:lang [^>]*w:val="en"/)
    expect(parts.get('docProps/core.xml')).toContain(
      '<dc:title>Jorun: SRE (L2) to Senior SRE (L3)</dc:title>',
    )
    expect(parts.get('word/header1.xml')).toContain('Jorun, L2 to L3, 27 November 2026')
    expect(parts.get('word/footer1.xml')).toMatch(/PAGE[\s\S]*NUMPAGES/)
    expect(body).toContain('<w:tblHeader/>')
  })

  it('leads from the case to each receipt, and to the web', async () => {
    const parts = wordParts(await packetWord(yearDocument()))
    const body = parts.get('word/document.xml')!
    const marks = [...body.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
    const anchors = [...body.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name)
    expect(marks).toEqual(Object.keys(QUOTES).map((number) => `receipt_${number}`))
    expect(anchors.length).toBeGreaterThan(8)
    expect(anchors.filter((name) => !marks.includes(name))).toEqual([])
    expect(parts.get('word/_rels/document.xml.rels')).toContain(
      'Target="https://wiki.example.org/ops/lb-move" TargetMode="External"',
    )
  })

  it('says by words and by colour what a quarter shows', async () => {
    const body = wordParts(await packetWord(yearDocument())).get('word/document.xml')!
    expect(body).toMatch(/w:fill="1C6E5C"[\s\S]{0,700}[^<]*● shown</)
    expect(body).toMatch(/w:fill="BFDCD3"[\s\S]{0,700}[^<]*◐ partly shown</)
  })

  it('tells Word what is read from right to left', async () => {
    const parts = one({ kind: 'quote', text: 'שלום, Oskar!', below: [] })
    const body = wordParts(await packetWord(parts)).get('word/document.xml')!
    expect(body).toContain('<w:bidi/>')
    expect(body).toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>שלום</)
    expect(body).not.toMatch(/<w:rtl\/><\/w:rPr><w:t[^>]*>[^<]*Oskar/)
  })
})

describe('a packet as a PDF', () => {
  it('has every quote as it was written', async () => {
    const { bytes, missing } = await packetPdf(yearDocument())
    const text = letters(await pdfText(bytes))
    for (const [number, quote] of Object.entries(QUOTES)) expect(text).toContain(`${number}${letters(quote)}`)
    expect(missing).toBe(0)
    expect(text).not.toContain(letters(LACKING))
  })

  it('shows words that try to be something else as words', async () => {
    const shown = fitTo(new Set(Array.from({ length: 0x250 }, (_, code) => code)))
    const { '1': _, ...others } = numbered
    const plain = Object.fromEntries(
      Object.entries(others).filter(([, quote]) => shown.fitted(legible(quote)) === legible(quote)),
    )
    expect(Object.keys(plain).length).toBeGreaterThan(8)
    const text = letters(await pdfText((await packetPdf(yearDocument(plain))).bytes))
    for (const quote of Object.values(plain)) expect(text).toContain(letters(legible(quote)))
  })

  it('names what its font can’t show, and says so at its end', async () => {
    const { bytes, missing } = await packetPdf(
      yearDocument({ 1: 'done 🎉 👩‍👩‍👧 → שלום עולם, cafe\u0301 ≥ €5' }),
    )
    const text = (await pdfText(bytes)).normalize('NFC')
    expect(letters(text)).toContain(letters('done [emoji] [emoji] [U+2192] [8 letters], café ≥ €5'))
    expect(missing).toBe(11)
    expect(letters(text)).toContain(letters(LACKING))
  })

  it.each(Object.entries(NASTY))('opens with %s', async (_, quote) => {
    const parts = yearDocument({ 1: quote, 2: 'the next one' }).parts.slice(-4)
    expect(await pdfText((await packetPdf(one(...parts))).bytes)).toContain('the next one')
  })

  it('never leaves a heading alone at the end of a page', { timeout: 60_000 }, async () => {
    const long = Array.from({ length: 80 }, (_, nth) => `Sentence ${nth} of a long note.`).join(' ')
    const runs = [{ text: long }]
    const after: readonly DocumentPart[] = [
      { kind: 'quote', text: long, below: [{ text: 'below' }] },
      { kind: 'receipt', number: 1, quote: long, below: [] },
      { kind: 'list', ordered: false, items: [runs, runs] },
    ]
    for (const part of after)
      for (let lines = 24; lines < 30; lines += 1) {
        const filler = Array.from(
          { length: lines },
          (): DocumentPart => ({ kind: 'paragraph', runs: [{ text: 'x' }] }),
        )
        const parts = [...filler, { kind: 'heading', level: 2, text: 'Alone' } as const, part]
        const pages = await pdfPages((await packetPdf(one(...parts))).bytes)
        const page = pages.find((text) => text.includes('Alone'))!
        expect(page.slice(page.indexOf('Alone')), `${part.kind} after ${lines} lines`).toContain('Sentence')
      }
  })

  it('keeps a long word on the page, wherever it is', async () => {
    const word = 'x'.repeat(400)
    const runs = [{ text: word }]
    const parts: readonly DocumentPart[] = [
      { kind: 'heading', level: 2, text: word },
      { kind: 'paragraph', runs },
      { kind: 'paragraph', runs, draft: true },
      { kind: 'list', ordered: false, items: [runs] },
      { kind: 'quote', text: word, below: runs },
      { kind: 'receipt', number: 1, quote: word, below: [runs] },
      { kind: 'table', head: [word, 'b'], rows: [[{ runs }, { runs }]] },
      { kind: 'note', runs },
    ]
    const { getDocumentProxy } = await import('unpdf')
    for (const part of parts) {
      const pdf = await getDocumentProxy((await packetPdf(one(part))).bytes, { verbosity: 0 })
      const { items } = await (await pdf.getPage(1)).getTextContent()
      const ends = items.flatMap((item) =>
        'str' in item && item.str.includes('x') ? [item.transform[4] + item.width] : [],
      )
      expect(Math.max(...ends), part.kind).toBeLessThan(595 - 60)
    }
  })

  it('takes a quote of 40,000 characters', async () => {
    const quote = 'I moved the thing. '.repeat(2_105).trim()
    const text = letters(await pdfText((await packetPdf(yearDocument({ 1: quote }))).bytes))
    expect(text).toContain(letters(quote))
  })

  it('has bookmarks, a title, a language, and links to receipts and to the web', async () => {
    const { getDocumentProxy } = await import('unpdf')
    const { bytes } = await packetPdf(yearDocument())
    const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 })
    const outline = await pdf.getOutline()
    type Item = (typeof outline)[number]
    const titles = (items: Item[]): unknown[] =>
      items.map(({ title, items: below }) => (below.length > 0 ? [title, titles(below)] : title))
    expect(titles(outline)).toEqual([
      'Jorun: SRE (L2) to Senior SRE (L3)',
      'In brief',
      ['Where L3 asks more', ['Mastery', ['Judgment', ['What is open']]]],
      'Coverage by quarter',
      'Receipts',
      'How this was made',
    ])
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: 'Jorun: SRE (L2) to Senior SRE (L3)', Language: 'en' })
    const links = []
    for (let page = 1; page <= pdf.numPages; page += 1)
      links.push(...(await (await pdf.getPage(page)).getAnnotations()))
    const places = Object.keys(await pdf.getDestinations())
    const leads = links.flatMap(({ dest }) => (dest ? [String(dest)] : []))
    expect(leads).toEqual(expect.arrayContaining(['receipt-1', 'receipt-12']))
    expect(leads.filter((name) => !places.includes(name))).toEqual([])
    expect(links.map(({ url }) => url)).toContain('https://wiki.example.org/ops/lb-move')
  })
})
