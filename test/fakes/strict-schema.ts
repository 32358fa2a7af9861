// biome-ignore lint/suspicious/noExplicitAny: any JSON may stand where a schema should
type Json = any

/**
 * What a strict schema may say with every model (platform.openai.com/docs/guides/structured-outputs, "Supported
 * schemas"). `pattern`, `minItems`, `maximum` and the like are left out: fine-tuned models refuse them.
 */
const KEYWORDS = new Set(
  '$schema $defs $ref additionalProperties anyOf const definitions description enum items properties required title type'.split(
    ' ',
  ),
)

/** The same page, "Limitations on schema size" and "Limitations on nesting depth". */
const MOST = { properties: 5_000, levels: 10, enumValues: 1_000, letters: 120_000 }
/** An enum of more values than this may hold no more than so many letters. */
const LARGE_ENUM = { values: 250, letters: 15_000 }

const isSchema = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Why OpenAI would refuse a schema in strict mode, each with the place; empty: it would not. Objects and lists count
 * as levels both, the stricter way of reading the limit.
 */
export function strictProblems(root: Json): string[] {
  const problems = new Set<string>()
  const count = { properties: 0, enumValues: 0, letters: 0 }
  const counted = new Set<Json>()
  const add = (place: string, what: string): void => void problems.add(`In context=(${place}), ${what}`)

  const size = (schema: Json): void => {
    if (counted.has(schema)) return
    counted.add(schema)
    const names = [...Object.keys(schema.properties ?? {}), ...Object.keys(schema.$defs ?? {})]
    const values: unknown[] = [
      ...(Array.isArray(schema.enum) ? schema.enum : []),
      ...('const' in schema ? [schema.const] : []),
    ]
    const letters = (list: readonly unknown[]): number =>
      list.reduce<number>((sum, one) => sum + String(one).length, 0)
    count.properties += Object.keys(schema.properties ?? {}).length
    count.enumValues += schema.enum?.length ?? 0
    count.letters += letters(names) + letters(values)
    if (values.length > LARGE_ENUM.values && letters(values) > LARGE_ENUM.letters)
      problems.add(`an enum of over ${LARGE_ENUM.values} values has over ${LARGE_ENUM.letters} letters`)
  }

  const object = (schema: Json, place: string): void => {
    const names = Object.keys(schema.properties ?? {})
    if (schema.additionalProperties !== false)
      add(place, "'additionalProperties' is required to be supplied and to be false.")
    const required: unknown[] = Array.isArray(schema.required) ? schema.required : []
    for (const name of names.filter((one) => !required.includes(one)))
      add(place, `'required' has to hold every key in properties. Missing '${name}'.`)
    for (const name of required.filter((one) => !names.includes(String(one))))
      add(place, `Extra required key '${name}' supplied.`)
  }

  /** `refs`: what the way here went through, so that a schema that holds itself ends. */
  const visit = (schema: Json, place: string, level: number, refs: readonly string[]): void => {
    if (!isSchema(schema)) {
      add(place, 'this is no schema.')
      return
    }
    size(schema)
    for (const key of Object.keys(schema).filter((one) => !KEYWORDS.has(one)))
      add(place, `'${key}' is not permitted.`)
    if (typeof schema.$ref === 'string') {
      const [other] = Object.keys(schema).filter((key) => key !== '$ref')
      if (other) add(place, `$ref cannot have keywords {'${other}'}.`)
      const [, under, name = ''] = schema.$ref.split('/')
      const meant = schema.$ref === '#' ? root : root[under ?? '']?.[name]
      if (!meant) add(place, `reference '${schema.$ref}' leads nowhere.`)
      else if (!refs.includes(schema.$ref)) visit(meant, `${place}, ${name}`, level, [...refs, schema.$ref])
      return
    }
    if (!('type' in schema) && !('anyOf' in schema)) add(place, "schema must have a 'type' key.")
    const types = [schema.type].flat()
    const holds = types.includes('object') || types.includes('array')
    const here = holds ? level + 1 : level
    if (here > MOST.levels) {
      problems.add(`${here} levels of nesting exceeds limit of ${MOST.levels}.`)
      return
    }
    if (types.includes('object')) object(schema, place)
    if (types.includes('array') && !('items' in schema)) add(place, 'array schema missing items.')
    for (const [name, one] of Object.entries(schema.properties ?? {}))
      visit(one, `${place}, '${name}'`, here, refs)
    if ('items' in schema) visit(schema.items, `${place}, 'items'`, here, refs)
    for (const [nth, one] of (schema.anyOf ?? []).entries())
      visit(one, `${place}, 'anyOf', ${nth}`, here, refs)
  }

  if (!isSchema(root) || root.type !== 'object' || 'anyOf' in root)
    return ['In context=(), schema must be a JSON Schema of \'type: "object"\'.']
  visit(root, '', 0, [])
  for (const [name, one] of Object.entries(root.$defs ?? {})) visit(one, `'$defs', '${name}'`, 1, [])
  for (const [what, most, found] of [
    ['object properties', MOST.properties, count.properties],
    ['enum values', MOST.enumValues, count.enumValues],
    ['letters of names and values', MOST.letters, count.letters],
  ] as const)
    if (found > most)
      problems.add(`Expected at most ${most} ${what} in total within a single schema, but received ${found}.`)
  return [...problems]
}
