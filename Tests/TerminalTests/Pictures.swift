// What the tests of this module share: drawing into a grid of a size, and chance that repeats.

import Terminal

/// What `draw` leaves in a grid of a size.
func drawn(_ columns: Int, _ rows: Int, _ draw: (Rect, inout Grid) -> Void) -> Grid {
  var grid = Grid(size: Size(columns: columns, rows: rows))
  let bounds = grid.bounds
  draw(bounds, &grid)
  return grid
}

/// Whether the cells of a grid fit together: every wide glyph has its second half and no half stands alone.
func isSound(_ grid: Grid) -> Bool {
  for row in 0..<grid.size.rows {
    var column = 0
    while column < grid.size.columns {
      let cell = grid[column, row]
      switch cell.width {
      case 1:
        guard CellText.width(of: cell.text) == 1 else { return false }
        column += 1
      case 2:
        guard CellText.width(of: cell.text) == 2, column + 1 < grid.size.columns,
          grid[column + 1, row].width == 0
        else { return false }
        column += 2
      default: return false
      }
    }
  }
  return grid.cursor.map { grid.bounds.contains($0) } ?? true
}

/// A small seeded generator (SplitMix64), so that a failure can be repeated from its seed.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension Seeded {
  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &self)]
  }

  /// Text made to hurt: controls, bidi, joiners, marks, wide and unassigned scalars among letters.
  mutating func hostileText(_ count: Int) -> String {
    let nasty: [ClosedRange<UInt32>] = [
      0...0x1F, 0x20...0x7E, 0x7F...0x9F, 0xA0...0x17F, 0x300...0x36F, 0x600...0x6FF, 0x900...0x97F,
      0x1100...0x11FF, 0x1E00...0x1EFF, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x20D0...0x20E3,
      0x2600...0x27BF, 0x3040...0x309F, 0x4E00...0x4E40, 0xAC00...0xAC40, 0xD7B0...0xD7FF, 0xFE00...0xFE0F,
      0xFFF0...0xFFFF, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF, 0x1F468...0x1F4FF, 0xE0000...0xE007F,
      0x10FFF0...0x10FFFF,
    ]
    var scalars = String.UnicodeScalarView()
    for _ in 0..<count {
      if let scalar = Unicode.Scalar(UInt32.random(in: pick(nasty), using: &self)) { scalars.append(scalar) }
    }
    return String(scalars)
  }

  mutating func key() -> Key {
    let named: [Key] = [
      .up, .down, .left, .right, .controlLeft, .controlRight, .home, .end, .pageUp, .pageDown, .tab, .backTab,
      .enter, .escape, .backspace, .delete, .insert, .function(4), .alt("b"), .alt("f"), .alt("d"), .alt("_"),
    ]
    switch Int.random(in: 0..<10, using: &self) {
    case 0..<5: return pick(named)
    case 5: return .control(pick(Array("abdefgknprtuwyz_")))
    case 6: return .character(pick(Array("漢か👍🇬ŵ\u{301}\u{200D}é가")))
    default: return .character(pick(Array("abc jkgG 123-")))
    }
  }
}
