// Key codes of ncurses, and our own for the sequences terminfo does not name.

import CNcurses

enum InputCodes {
  static let pasteBegin: Int32 = 0x800
  static let pasteEnd: Int32 = 0x801
  private static let controlLeft: Int32 = 0x802
  private static let controlRight: Int32 = 0x803
  private static let home: Int32 = 0x804
  private static let end: Int32 = 0x805
  private static let backTab: Int32 = 0x806

  /// Tells ncurses the sequences. Home, End and S-Tab come in more spellings than a terminfo entry has.
  static func define() {
    let sequences: [(String, Int32)] = [
      ("[200~", pasteBegin), ("[201~", pasteEnd),
      ("[1;5D", controlLeft), ("[1;3D", controlLeft), ("Od", controlLeft), ("[5D", controlLeft),
      ("[1;5C", controlRight), ("[1;3C", controlRight), ("Oc", controlRight), ("[5C", controlRight),
      ("[H", home), ("OH", home), ("[1~", home), ("[7~", home),
      ("[F", end), ("OF", end), ("[4~", end), ("[8~", end), ("[Z", backTab),
    ]
    for (sequence, code) in sequences { define_key("\u{1B}" + sequence, code) }
  }

  /// The key of a function code, `nil` for those that mean nothing to us.
  static func key(code: Int32) -> Key? {
    let firstFunction = nc_key_f0()
    if (firstFunction + 1...firstFunction + 63).contains(code) { return .function(Int(code - firstFunction)) }
    return switch code {
    case KEY_UP: .up
    case KEY_DOWN: .down
    case KEY_LEFT: .left
    case KEY_RIGHT: .right
    case controlLeft: .controlLeft
    case controlRight: .controlRight
    case KEY_HOME, home: .home
    case KEY_END, end: .end
    case KEY_PPAGE: .pageUp
    case KEY_NPAGE: .pageDown
    case KEY_BTAB, backTab: .backTab
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
