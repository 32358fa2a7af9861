/**
 * The ways in which people order the words of a question whose own language orders them otherwise, and the usual order.
 * They are read without accents, apostrophes and punctuation.
 */
export const WORD_ORDERS: readonly {
  readonly example: string
  readonly usual: string
  readonly pattern: RegExp
  readonly order: string
}[] = [
  {
    example: 'how this is working',
    usual: 'how does this work',
    pattern:
      /^how (you|it|this|that|this thing)(?: is| are| do| does)? (?:work|works|working|function|functions)\b/,
    order: 'how does $1 work',
  },
  {
    example: 'how is it working',
    usual: 'how does it work',
    pattern: /^how (?:is|are) (you|it|this|that) (?:working|functioning)$/,
    order: 'how does $1 work',
  },
  {
    example: 'what does mean partly shown',
    usual: 'what does partly shown mean',
    pattern: /^what (?:does |do |is |it )?(?:mean|means|meaning) (?!by\b|of\b)(.{2,60})$/,
    order: 'what does $1 mean',
  },
  {
    example: 'what is mean by scope',
    usual: 'what is meant by scope',
    pattern: /^what is mean(?:ing)? by /,
    order: 'what is meant by ',
  },
  {
    example: 'how i can say this better',
    usual: 'how can i say this better',
    pattern:
      /^(how|why|where|when|what) (i|you|we|it|this|that) (can|could|should|would|must|will|is|are|do|does) /,
    order: '$1 $3 $2 ',
  },
  {
    example: 'my manager can see it or no',
    usual: 'can my manager see it',
    pattern: /^(my \p{L}{2,12}|you|i|anyone|somebody|they) (can|could|will|would) (.{2,60}) or (?:no|not)$/u,
    order: '$2 $1 $3',
  },
]

/** A question with its words in the usual order. */
export function inUsualOrder(said: string): string {
  const found = WORD_ORDERS.find(({ pattern }) => pattern.test(said))
  return found ? said.replace(found.pattern, found.order) : said
}
