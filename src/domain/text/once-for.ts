/**
 * The same function, which works once for each object that it is given and gives the same result again while that
 * object is in use; nothing outlives it.
 */
export function onceFor<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const kept = new WeakMap<K, { readonly value: V }>()
  return (key) => {
    const known = kept.get(key)
    if (known) return known.value
    const value = work(key)
    kept.set(key, { value })
    return value
  }
}
