import { createHash } from 'node:crypto'

/**
 * Writes values of the domain as text for another thread: plain data, Maps, Sets, and instants and days of Temporal,
 * which structured clone does not support. A property that is undefined is left out, as in JSON. Large values that stay
 * the same, such as a ladder or the members of a workspace, are constants: they are written once, in their own text,
 * and other texts only name them.
 */

/** A value that is sent once and then named. The name is a hash of its text. */
export type Constant = { readonly name: string; readonly text: string; readonly value: object }

/** What is sent: the text, and the constants that it names. A constant comes after those that it names itself. */
export type Packed = { readonly text: string; readonly constants: readonly Constant[] }

/**
 * The first item of an array that represents what JSON has no form for. A real array that begins like this is wrapped
 * in one.
 */
const MARK = '\u0000'

type ValueKind = 'array' | 'map' | 'set' | 'instant' | 'day' | 'constant'

const marked = (kind: ValueKind, ...of: unknown[]): unknown[] => [MARK, kind, ...of]

/** The constants of one side. An object is known by its identity. */
export function makeConstants() {
  const known = new WeakMap<object, Constant & { readonly needs: readonly Constant[] }>()

  const write = (value: unknown, named: Map<string, Constant>): unknown => {
    if (typeof value !== 'object' || value === null) return value
    const constant = known.get(value)
    if (constant) {
      for (const one of [...constant.needs, constant]) named.set(one.name, one)
      return marked('constant', constant.name)
    }
    return writeWhole(value, named)
  }
  /** Most values have nothing to mark, and are written without a copy. */
  const all = (values: readonly unknown[], named: Map<string, Constant>): readonly unknown[] => {
    const written = values.map((one) => write(one, named))
    return written.every((one, nth) => one === values[nth]) ? values : written
  }
  const writeWhole = (value: object, named: Map<string, Constant>): unknown => {
    if (Array.isArray(value)) {
      const written = all(value, named)
      return value[0] === MARK ? marked('array', ...written) : written
    }
    if (value instanceof Map) return marked('map', ...Array.from(value, (entry) => all(entry, named)))
    if (value instanceof Set) return marked('set', ...all([...value], named))
    if (value instanceof Temporal.Instant) return marked('instant', value.toString())
    if (value instanceof Temporal.PlainDate) return marked('day', value.toString())
    if (![Object.prototype, null].includes(Object.getPrototypeOf(value)))
      throw new TypeError('Only plain data, Maps, Sets, instants and days can be sent')
    const values = Object.values(value)
    const written = all(values, named)
    return written === values
      ? value
      : Object.fromEntries(Object.keys(value).map((key, nth) => [key, written[nth]]))
  }

  const pack = (value: unknown): Packed => {
    const named = new Map<string, Constant>()
    const text = JSON.stringify(write(value, named)) ?? 'null'
    return { text, constants: [...named.values()] }
  }

  return {
    pack,
    /** Makes an object a constant. It must not change afterwards. */
    keep: <T extends object>(value: T): T => {
      if (known.has(value)) return value
      const named = new Map<string, Constant>()
      const text = JSON.stringify(writeWhole(value, named))
      const name = createHash('sha256').update(text).digest('base64')
      known.set(value, { name, text, value, needs: [...named.values()] })
      return value
    },
    /** Registers a constant from the other side under its name. */
    adopt: (name: string, value: object): void => void known.set(value, { name, text: '', value, needs: [] }),
  }
}

const WRITABLE = { writable: true, enumerable: true, configurable: true } as const

/** Restores marked values in freshly parsed JSON. */
const read = (value: unknown, constant: (name: string) => unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  const each = (one: unknown): unknown => read(one, constant)
  if (!Array.isArray(value)) {
    for (const [key, one] of Object.entries(value)) {
      const whole = each(one)
      // An assignment would not work for "__proto__", which is a key like any other.
      if (whole !== one) Object.defineProperty(value, key, { ...WRITABLE, value: whole })
    }
    return value
  }
  if (value[0] !== MARK) return value.map(each)
  const of = value.slice(2)
  switch (value[1] as ValueKind) {
    case 'array':
      return of.map(each)
    case 'map':
      return new Map(of.map((entry) => (entry as unknown[]).map(each) as [unknown, unknown]))
    case 'set':
      return new Set(of.map(each))
    case 'instant':
      return Temporal.Instant.from(of[0] as string)
    case 'day':
      return Temporal.PlainDate.from(of[0] as string)
    case 'constant':
      return constant(of[0] as string)
  }
}

/** The value that a text was made from. `constant` returns those that it names. */
export function unpack(text: string, constant: (name: string) => unknown): unknown {
  return read(JSON.parse(text), constant)
}
