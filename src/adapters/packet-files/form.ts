import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { FORM_FIELDS, FORM_NEEDS, type FormFields, formData } from '../../domain/packet/form-data.ts'
import type { Packet } from '../../domain/packet/packet.ts'

type Placeholder = { type: string; value: string; module?: string; subparsed?: Placeholder[] }

/** What the library read in each part of a form. Its own module for this needs a package that it does not bring. */
const makeReader = () => {
  const parts = new Map<string, readonly Placeholder[]>()
  let part = ''
  return {
    module: {
      name: 'PlaceholderReader',
      set: ({ inspect }: { inspect?: { filePath?: string; postparsed?: Placeholder[] } }): void => {
        if (inspect?.filePath) part = inspect.filePath
        if (inspect?.postparsed) parts.set(part, inspect.postparsed)
      },
    },
    placeholders: (): Placeholder[] =>
      [...parts.values()].flat().filter(({ type }) => type === 'placeholder'),
  }
}

/** Values are found by name only. No expressions, and nothing from JavaScript's own objects. */
const parser = (tag: string) => ({
  get: (scope: unknown): unknown =>
    typeof scope === 'object' && scope !== null && Object.hasOwn(scope, tag)
      ? (scope as Record<string, unknown>)[tag]
      : undefined,
})

const open = (form: Uint8Array, modules: ReturnType<typeof makeReader>['module'][] = []): Docxtemplater =>
  new Docxtemplater(new PizZip(Buffer.from(form)), {
    paragraphLoop: true,
    linebreaks: true,
    errorLogging: false,
    stripInvalidXMLChars: true,
    nullGetter: () => '',
    parser,
    modules,
  })

const listed = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ')

const problemOf = ({ value, module, subparsed }: Placeholder, fields: FormFields): string[] => {
  const field = Object.hasOwn(fields, value) ? fields[value] : undefined
  if (module === 'rawxml')
    return [`{@${value}} would put people's words into the file as markup; use {${value}}`]
  if (field === undefined)
    return [`unknown placeholder {${value}}; use one of ${listed(Object.keys(fields))}`]
  const loops = module === 'loop'
  if (loops && field === 'text') return [`{#${value}} is not a list; use {${value}}`]
  if (!loops && field !== 'text') return [`{${value}} is a list; use {#${value}} and {/${value}}`]
  return loops && field !== 'text'
    ? (subparsed ?? []).filter(({ type }) => type === 'placeholder').flatMap((one) => problemOf(one, field))
    : []
}

/**
 * Problems of the form itself, from the library's errors. They name placeholders, and a form contains nobody's words.
 */
const brokenOf = (error: unknown): string[] => {
  const all = (error as { properties?: { errors?: unknown[] } }).properties?.errors ?? [error]
  const said = all.map((one) => (one as { properties?: { explanation?: string } }).properties?.explanation)
  return said.map((one) => one ?? 'this is not a Word file; save your form as .docx')
}

/** What is wrong with a company's form, and what to do, in words. Empty if nothing is. */
export function formProblems(form: Uint8Array): string[] {
  const reader = makeReader()
  try {
    open(form, [reader.module])
  } catch (error) {
    return brokenOf(error)
  }
  const placeholders = reader.placeholders()
  const used = new Set(placeholders.map(({ value }) => value))
  return [
    ...placeholders.flatMap((one) => problemOf(one, FORM_FIELDS)),
    ...FORM_NEEDS.filter((name) => !used.has(name)).map((name) =>
      FORM_FIELDS[name] === 'text'
        ? `the placeholder {${name}} is missing; add it`
        : `the list {#${name}} is missing; add it, and {/${name}} at its end`,
    ),
  ]
}

/** The company's form with a packet in it, as a Word file. Throws if the form has a problem. */
export function filledForm(form: Uint8Array, packet: Packet): Uint8Array {
  if (formProblems(form).length > 0) throw new TypeError('The form of the company has a problem')
  const filled = open(form)
  filled.render(formData(packet))
  return filled.toBuffer()
}
