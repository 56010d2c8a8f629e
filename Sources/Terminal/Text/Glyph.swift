// A character of text reduced to what a cell can safely show.
//
// Terminals disagree on the width of emoji sequences, keep or drop marks as they like and obey control
// characters. So every character becomes one or more glyphs of agreed width before layout:
// - controls, bidi controls, zero-width spaces, variation selectors, tags and invisible fillers vanish;
// - a base keeps at most four marks (ncurses holds five code points a cell);
// - emoji sequences (ZWJ, skin tone, keycap, tags) become their first emoji, a flag its two letters;
// - a mark with nothing to sit on gets a dotted circle, what Unicode does not assign a middle dot;
// - spacing marks and further letters of an Indic cluster take cells of their own;
// - conjoining Hangul is composed, because ncurses would keep only its first part.

struct Glyph: Hashable, Sendable {
  var text: String
  var width: Int

  static let ellipsis = Glyph(text: "…", width: 1)
  static let space = Glyph(text: " ", width: 1)
  static let unknown = Glyph(text: "·", width: 1)
}

/// The glyphs of one character; nearly always none or one, so no array is made for those.
enum Glyphs: Sendable {
  case none
  case one(Glyph)
  case several([Glyph])

  var columns: Int {
    switch self {
    case .none: 0
    case .one(let glyph): glyph.width
    case .several(let all): all.reduce(0) { $0 + $1.width }
    }
  }

  var all: [Glyph] {
    switch self {
    case .none: []
    case .one(let glyph): [glyph]
    case .several(let all): all
    }
  }
}

/// Builds the glyphs of one character.
struct GlyphReducer {
  private static let marksMax = 4
  private var glyphs: [Glyph] = []
  private var scalars = String.UnicodeScalarView()
  private var width = 0
  private var marks = 0

  static func glyphs(of scalars: some Sequence<Unicode.Scalar>) -> Glyphs {
    var reducer = GlyphReducer()
    var emojiBase = false
    for scalar in HangulComposer.composed(scalars) {
      if emojiBase && ends(emoji: scalar) { break }
      reducer.add(scalar)
      let properties = scalar.properties
      emojiBase = emojiBase || (properties.isEmoji && scalar.value > 0x7F)
    }
    reducer.close()
    switch reducer.glyphs.count {
    case 0: return .none
    case 1: return .one(reducer.glyphs[0])
    default: return .several(reducer.glyphs)
    }
  }

  private static func ends(emoji scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200D || scalar.properties.isEmojiModifier
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch ScalarKind(scalar) {
    case .dropped:
      return
    case .regional(let letter):
      close()
      open(letter, width: 1)
    case .mark:
      if scalars.isEmpty { open("\u{25CC}", width: 1) }
      guard marks < Self.marksMax else { return }
      scalars.append(scalar)
      marks += 1
    case .base(let width):
      close()
      open(scalar, width: width)
    case .unknown:
      close()
      open("\u{B7}", width: 1)
    }
  }

  private mutating func open(_ scalar: Unicode.Scalar, width: Int) {
    scalars.append(scalar)
    self.width = width
    marks = 0
  }

  private mutating func close() {
    guard !scalars.isEmpty else { return }
    glyphs.append(Glyph(text: String(scalars), width: width))
    scalars = String.UnicodeScalarView()
  }
}

/// What a scalar means for cells.
private enum ScalarKind {
  case dropped
  case mark
  case base(width: Int)
  case regional(Unicode.Scalar)
  case unknown

  init(_ scalar: Unicode.Scalar) {
    let value = scalar.value
    switch value {
    case 0x1F1E6...0x1F1FF:
      self = .regional(Unicode.Scalar(UInt8(0x41 + value - 0x1F1E6)))
      return
    case 0xFE00...0xFE0F, 0xE0000...0xE0FFF, 0x20E3, 0x034F, 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5,
      0x180B...0x180F, 0x2028, 0x2029:
      self = .dropped
      return
    default:
      break
    }
    // On its own; after an emoji it was left out. Kept, it would join the emoji before it.
    if scalar.properties.isEmojiModifier {
      self = .unknown
      return
    }
    switch scalar.properties.generalCategory {
    case .control, .format: self = .dropped
    case .nonspacingMark, .enclosingMark: self = .mark
    case .unassigned, .privateUse, .surrogate: self = .unknown
    case .spaceSeparator: self = .base(width: WidthTable.width(of: scalar))
    default:
      self = WidthTable.isJoiningHangul(value) ? .unknown : .base(width: WidthTable.width(of: scalar))
    }
  }
}
