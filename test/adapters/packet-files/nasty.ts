/** Words that try to be something else than words, by what they try. */
export const NASTY: Readonly<Record<string, string>> = {
  'control characters': 'a\u0000b\u0007c\u001bd\u007fe\u0085f\u009cg',
  'half a character': 'x\ud800y\udc00z\ufffe',
  'the end of a CDATA section': 'a ]]> b <![CDATA[ c',
  'markup of Word': '</w:t></w:r><w:r><w:instrText>DDEAUTO c:\\\\x</w:instrText></w:r>',
  entities: '&amp; &lt; &#65; &nbsp; &unknown; &',
  'a field code': '{ MERGEFIELD Salary } { INCLUDETEXT "/etc/passwd" } «name»',
  'a formula': '=HYPERLINK("https://evil.example.org","x") +1 -1 @SUM(A1)',
  placeholders: '{name} {{author}} {#quotes}{/quotes} {@raw} $x %PDF',
  'signs of Markdown':
    '# h\n- a\n1. b\n2) c\n> q\n***\n---\n===\n| a | b |\n`c` *i* **b** _u_ __v__ ~~s~~ ![i](x) [l](y) <b>h</b> \\ $x$ a_b_c',
  'code by spaces': '    four\n\ttab\n  two\n\n\nlines ',
  'from right to left': 'שלום, Oskar! مرحبا (5 min) ok',
  'directions that lie': 'safe\u202egpj.exe\u202c and \u2066on\u2069',
  emoji: 'done 🎉 👩‍👩‍👧 🇩🇪 1️⃣ ❤️',
  'other scripts': '修复了 DNS → 40 分钟, ≥ 3× faster, naïve e\u0301',
  'names of files': '../../etc/passwd word/document.xml \\\\server\\share [Content_Types].xml',
  'numbers of receipts': '[1] [2] 3\tfour',
  'line ends': 'a\r\nb\rc\u2028d\u000be',
  'a long word': 'x'.repeat(3_000),
}
