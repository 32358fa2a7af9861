/**
 * True if these lists of names are so alike that each is a separate ladder: "Designers" and "Writers", both with
 * Craft and Trust. Areas of one ladder share a name at most now and then.
 */
export function areFamilies(lists: readonly (readonly string[])[]): boolean {
  const [first = [], ...others] = lists.map((list) => [...new Set(list.map((name) => name.toLowerCase()))])
  return others.some((list) => {
    const shared = list.filter((name) => first.includes(name)).length
    return shared > 1 && shared * 2 >= new Set([...first, ...list]).size
  })
}
