import Testing

@testable import Terminal

@Suite("What is told of the terminal")
struct DeviceTests {
  @Test(
    "no colour index reaches the terminal's count", arguments: Theme.allCases,
    [0, 2, 8, 16, 88, 256, 1 << 24])
  func quantised(theme: Theme, colours: Int) {
    for role in Role.allCases {
      let paint = Paint.of(role, theme: theme, colours: colours)
      #expect(paint.foreground < max(colours, 0) || paint.foreground == -1)
      #expect(paint.background < max(colours, 0) || paint.background == -1)
    }
  }

  @Test("without colour every role that matters still differs from ordinary text")
  func monochrome() {
    let plain = Paint.of(.normal, theme: .mono, colours: 256)
    for role in [
      Role.heading, .titleBar, .key, .accent, .caution, .alarm, .selection, .field, .fieldActive, .error,
    ] {
      #expect(Paint.of(role, theme: .mono, colours: 256) != plain)
    }
  }

  @Test(
    "the environment says which characters are safe",
    arguments: [
      ("en_GB.UTF-8", TerminalEnvironment.Encoding.unicode), ("cy_GB.utf8", .unicode), ("C", .unknown),
      ("en_GB.ISO-8859-1", .other),
      ("de_DE.ISO-8859-15@euro", .other), ("en_GB", .unknown),
    ])
  func encodings(locale: String, encoding: TerminalEnvironment.Encoding) {
    #expect(TerminalEnvironment(term: "xterm", locale: locale).encoding == encoding)
  }

  @Test("variables are read as the standards say")
  func variables() {
    let set = TerminalEnvironment(variables: [
      "TERM": "xterm", "LANG": "cy_GB.UTF-8", "LC_ALL": "", "NO_COLOR": "1",
    ])
    #expect(set == TerminalEnvironment(term: "xterm", locale: "cy_GB.UTF-8", refusesColour: true))
    #expect(!TerminalEnvironment(variables: ["NO_COLOR": ""]).refusesColour)
    #expect(TerminalEnvironment(variables: [:]).isDumb)
    #expect(TerminalEnvironment(variables: ["TERM": "dumb"]).isDumb)
  }

  @Test("every glyph has an ASCII stand-in of its width", arguments: 0..<5)
  func plainMarks(seed: Int) {
    var chance = Seeded(UInt64(seed))
    var broken: [Glyph] = []
    for _ in 0..<500 {
      for character in CellText.sanitised(chance.hostileText(8)) {
        for glyph in CellText.glyphs(of: character).all {
          let plain = PlainMarks.ascii(for: glyph.text, width: glyph.width)
          let isPlain = plain.utf8.allSatisfy { (0x20...0x7E).contains($0) }
          if !isPlain || plain.utf8.count != glyph.width { broken.append(glyph) }
        }
      }
    }
    #expect(broken.isEmpty)
    #expect(PlainMarks.ascii(for: "Ŵ", width: 1) == "W")
    #expect(PlainMarks.ascii(for: "│", width: 1) == "|")
  }

  @Test("bytes typed are the keys they stand for")
  func scalars() {
    #expect(InputCodes.key(scalar: 19) == .control("s"))
    #expect(InputCodes.key(scalar: 31) == .control("_"))
    #expect(InputCodes.key(scalar: 13) == .enter)
    #expect(InputCodes.key(scalar: 127) == .backspace)
    #expect(InputCodes.key(scalar: 0x9B) == nil)
    #expect(InputCodes.key(scalar: 0x175) == .character("ŵ"))
    #expect(InputCodes.key(scalar: 0xD800) == nil)
  }

  @Test("a waker's bytes are all there when the loop looks")
  func waking() throws {
    let pipe = try WakePipe()
    let waker = Waker(pipe)
    #expect(pipe.drain().isEmpty)
    for token in 0..<5 { waker.wake(UInt8(token)) }
    #expect(pipe.drain() == [0, 1, 2, 3, 4])
    for _ in 0..<200_000 { waker.wake(7) }
    #expect(pipe.drain().count >= 4096)
  }

  @Test("text told at a glance to be simple takes one cell a scalar by the careful way too")
  func simple() {
    var count = 0
    var broken: [Unicode.Scalar] = []
    for value in UInt32(0)...0x2FFFF {
      guard let scalar = Unicode.Scalar(value), SimpleText.isSimple(scalar) else { continue }
      count += 1
      guard case .one(let glyph) = GlyphReducer.glyphs(of: [scalar]),
        glyph == Glyph(text: String(scalar), width: 1)
      else {
        broken.append(scalar)
        continue
      }
    }
    #expect(broken.isEmpty)
    #expect(count > 1000)
    #expect(SimpleText.columns(of: "Siân ▂▃▅ 漢") == nil)
    #expect(SimpleText.columns(of: "e\u{301}") == nil)
    #expect(SimpleText.columns(of: "a\nb") == nil)
  }
}
