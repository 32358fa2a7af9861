/** What comes out where a list of rules lacks one of them, which is put back. */
export function withoutRule<Rule, Result>(list: readonly Rule[], rule: Rule, work: () => Result): Result {
  const rules = list as Rule[]
  const at = rules.indexOf(rule)
  rules.splice(at, 1)
  try {
    return work()
  } finally {
    rules.splice(at, 0, rule)
  }
}
