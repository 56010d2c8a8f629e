// Text measured, cut and wrapped in cells. Layout, truncation, the cursor of an editor and drawing all
// ask here, so that they cannot disagree.

/// What becomes of a line break when text is made safe for cells.
public enum NewlinePolicy: Sendable {
  /// A space, as in a one-line field.
  case space
  /// Left as `\n`, as in long text.
  case keep
}

/// Text as the cells of a terminal can show it.
public enum CellText {
  /// Text without anything a terminal could obey or hide: no control characters, escape sequences, bidi
  /// controls, zero-width spaces, tags or variation selectors; tabs become spaces. Clusters are reduced
  /// to what one cell (or two) can show. For the screen only: keep and export the original.
  public static func sanitised(_ text: String, newlines: NewlinePolicy = .space) -> String {
    if SimpleText.columns(of: text) != nil { return text }
    var result = ""
    for character in text {
      if newlines == .keep && character.isNewline {
        result.append("\n")
        continue
      }
      for glyph in glyphs(of: character).all { result += glyph.text }
    }
    return result
  }

  /// How many cells text takes.
  public static func width(of text: String) -> Int { width(of: text, stoppingAfter: Int.max) }

  /// How many cells a character takes: 0 when it is never shown, else 1 or more.
  public static func width(of character: Character) -> Int {
    if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) { return 1 }
    return glyphs(of: character).columns
  }

  /// The width, or any number above `limit` once it is known to be more.
  static func width(of text: String, stoppingAfter limit: Int) -> Int {
    if let simple = SimpleText.columns(of: text) { return simple }
    var total = 0
    for character in text {
      total += width(of: character)
      if total > limit { break }
    }
    return total
  }

  /// Text cut to `columns` cells, the last of them an `…` when something was cut. Made safe.
  public static func truncated(_ text: String, to columns: Int) -> String {
    let safe = sanitised(text)
    guard width(of: safe, stoppingAfter: columns) > columns else { return safe }
    guard columns > 0 else { return "" }
    var result = ""
    var used = 0
    for character in safe {
      let more = width(of: character)
      guard used + more <= columns - 1 else { break }
      result.append(character)
      used += more
    }
    return result + Glyph.ellipsis.text
  }

  /// Text cut or filled with blanks to exactly `columns` cells.
  public static func padded(_ text: String, to columns: Int, alignment: Alignment = .left) -> String {
    let cut = truncated(text, to: columns)
    let blanks = max(0, columns - width(of: cut))
    switch alignment {
    case .left: return cut + String(repeating: " ", count: blanks)
    case .right: return String(repeating: " ", count: blanks) + cut
    case .centre:
      return String(repeating: " ", count: blanks / 2) + cut
        + String(repeating: " ", count: blanks - blanks / 2)
    }
  }

  /// The glyphs of a character. Breaks of lines and tabs are a space here.
  static func glyphs(of character: Character) -> Glyphs {
    if let ascii = character.asciiValue, character.utf8.count == 1 {
      switch ascii {
      case 0x20...0x7E: return .one(Glyph(text: String(character), width: 1))
      case 0x09, 0x0A, 0x0B, 0x0C, 0x0D: return .one(.space)
      default: return .none
      }
    }
    if character.isNewline { return .one(.space) }
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1, (0xA1...0x2FF).contains(only.value), only.value != 0xAD {
      return .one(Glyph(text: String(character), width: 1))
    }
    return GlyphReducer.glyphs(of: scalars)
  }
}

/// Where text sits in its columns.
public enum Alignment: Sendable {
  /// At the left edge, as words do.
  case left
  /// At the right edge, as numbers do.
  case right
  /// In the middle.
  case centre
}
