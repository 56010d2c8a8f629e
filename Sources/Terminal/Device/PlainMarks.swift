// What stands for a glyph where only ASCII can be shown.

enum PlainMarks {
  /// ASCII of the same width: letters without their diacritics, lines, blocks and marks by their likes,
  /// `?` for the rest.
  static func ascii(for glyph: String, width: Int) -> String {
    guard let scalar = glyph.unicodeScalars.first else { return "" }
    if width == 2 { return "??" }
    if scalar.isASCII { return String(scalar) }
    if let mark = marks[scalar] { return String(mark) }
    let letter = FoldedText.fold(String(scalar))
    guard let first = letter.first, first.isASCII else { return "?" }
    return scalar.properties.isUppercase ? first.uppercased() : String(first)
  }

  private static let marks: [Unicode.Scalar: Character] = [
    "─": "-", "│": "|", "┌": "+", "┐": "+", "└": "+", "┘": "+", "├": "+", "┤": "+", "┬": "+", "┴": "+",
    "┼": "+", "…": "~", "·": ".", "•": "*", "●": "*", "○": "o", "‼": "!", "✓": "v", "✗": "x", "×": "x",
    "↑": "^", "↓": "v", "←": "<", "→": ">", "▲": "^", "▼": "v", "▾": "v", "▸": ">", "▌": ">", "–": "-",
    "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"", "£": "L", "\u{A0}": " ", "▁": "_", "▂": ".",
    "▃": ".", "▄": "-", "▅": "-", "▆": "=", "▇": "=", "█": "#", "▏": " ", "▎": " ", "▍": " ", "▋": "#",
    "▊": "#", "▉": "#", "░": ".", "▒": ":", "▓": "#", "■": "#", "□": "o", "½": "/", "°": "o", "‹": "<",
    "›": ">", "«": "<", "»": ">", "\u{25CC}": "o",
  ]
}
