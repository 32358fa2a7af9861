const INSTEAD = new RegExp(
  [
    '^(?:(?:no|sorry|oops|actually|wait|it was|that was|it is|i meant|i mean|should be)[,:]? ){0,3}',
    '((?:[^\\s,]{1,30} ){0,2}[^\\s,]{1,30}),? (?:and )?not ((?:[^\\s,]{1,30} ){0,2}[^\\s,]{1,30}?)[.!]*$',
  ].join(''),
  'i',
)

/** What a message says that is right and what is wrong, if it says no more: "6 minutes, not 4". */
export function insteadIn(text: string): { readonly right: string; readonly wrong: string } | null {
  const [, right = '', wrong = ''] = INSTEAD.exec(text.trim()) ?? []
  return wrong === '' || /^(?:me|mine|us|we|i|it|yet|sure|really)$/i.test(wrong) ? null : { right, wrong }
}
