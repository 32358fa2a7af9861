/** Caches a function by its argument object. The results live as long as that object. */
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
