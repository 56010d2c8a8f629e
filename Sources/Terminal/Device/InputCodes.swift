// Key codes of ncurses, and our own for the sequences terminfo does not name.

import CNcurses

enum InputCodes {
  static let pasteBegin: Int32 = 0x800
  static let pasteEnd: Int32 = 0x801
  /// Our own codes follow on from this one in the order of `sequences`.
  private static let firstOwn: Int32 = 0x802

  /// Keys as nearly every terminal sends them, whatever its terminfo entry says or leaves out: `TERM` is
  /// often wrong, and one entry has one spelling a key.
  private static let sequences: [(key: Key, spellings: [String])] = [
    (.up, ["[A", "OA"]), (.down, ["[B", "OB"]), (.right, ["[C", "OC"]), (.left, ["[D", "OD"]),
    (.controlLeft, ["[1;5D", "[1;3D", "Od", "[5D"]), (.controlRight, ["[1;5C", "[1;3C", "Oc", "[5C"]),
    (.home, ["[H", "OH", "[1~", "[7~"]), (.end, ["[F", "OF", "[4~", "[8~"]), (.backTab, ["[Z"]),
    (.insert, ["[2~"]), (.delete, ["[3~"]), (.pageUp, ["[5~"]), (.pageDown, ["[6~"]),
    (.function(1), ["OP", "[11~"]), (.function(2), ["OQ", "[12~"]), (.function(3), ["OR", "[13~"]),
    (.function(4), ["OS", "[14~"]), (.function(5), ["[15~"]), (.function(6), ["[17~"]),
    (.function(7), ["[18~"]), (.function(8), ["[19~"]), (.function(9), ["[20~"]), (.function(10), ["[21~"]),
    (.function(11), ["[23~"]), (.function(12), ["[24~"]),
  ]

  /// Tells ncurses the sequences.
  static func define() {
    define_key("\u{1B}[200~", pasteBegin)
    define_key("\u{1B}[201~", pasteEnd)
    for (index, row) in sequences.enumerated() {
      for spelling in row.spellings { define_key("\u{1B}" + spelling, firstOwn + Int32(index)) }
    }
  }

  /// The key of a function code, `nil` for those that mean nothing to us.
  static func key(code: Int32) -> Key? {
    if let own = sequences[safe: Int(code - firstOwn)] { return own.key }
    let firstFunction = nc_key_f0()
    if (firstFunction + 1...firstFunction + 63).contains(code) { return .function(Int(code - firstFunction)) }
    return switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case KEY_HOME: .home
    case KEY_END: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BTAB: .backTab
    case KEY_ENTER: .enter
    case KEY_BACKSPACE: .backspace
    case KEY_DC: .delete
    case KEY_IC: .insert
    default: nil
    }
  }

  /// The key of a scalar typed.
  static func key(scalar: UInt32) -> Key? {
    switch scalar {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 0: return .control(" ")
    case 1...26: return .control(Character(Unicode.Scalar(UInt8(0x60 + scalar))))
    case 28...31: return .control(Character(Unicode.Scalar(UInt8(0x40 + scalar))))
    case 0x80...0x9F: return nil
    default: return Unicode.Scalar(scalar).map { .character(Character($0)) }
    }
  }
}
