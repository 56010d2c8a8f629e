import Terminal
import VisitLibrary

/// The question that stands before everything: the passphrase, and whose it is where several may open the journal.
struct Unlocking: Sendable {
  /// What is to be done after a key.
  enum Wish {
    case nothing
    case open(member: String?, passphrase: String)
    case leave
  }

  private(set) var form: Form
  private(set) var message: Message?
  private let words: Words
  private let asksMember: Bool

  init(words: Words, asksMember: Bool) {
    self.words = words
    self.asksMember = asksMember
    var fields = [
      FormField(id: "passphrase", label: words("field.passphrase"), kind: .secret, width: 40)
    ]
    if asksMember {
      fields.insert(
        FormField(id: "member", label: words("field.member"), kind: .line("", maxLength: 100), width: 40),
        at: 0)
    }
    form = Form(fields)
  }

  mutating func say(_ text: String) {
    message = Message(.error, text)
    form.setText("", of: "passphrase")
  }

  mutating func press(_ key: Key) -> Wish {
    message = nil
    switch key {
    case .control("c"), .control("q"), .escape: return .leave
    default: break
    }
    let outcome = form.handle(key)
    guard outcome.isFinished else { return .nothing }
    return .open(member: asksMember ? form.text(of: "member") : nil, passphrase: form.text(of: "passphrase"))
  }

  mutating func paste(_ text: String) { _ = form.paste(text) }

  mutating func draw(on grid: inout Grid, isWorking: Bool) {
    let whole = Rect(grid.size)
    let (top, rest) = whole.splitTop(1)
    let (body, bottom) = rest.splitBottom(1)
    grid.fill(top, style: .titleBar)
    grid.write(" " + words("unlock.title"), at: top.origin, style: Style(.titleBar, bold: true))
    let inner = body.inset(columns: 2, rows: 0)
    let rows =
      grid.writeWrapped(words(isWorking ? "unlock.working" : "unlock.text"), in: inner.splitTop(1).rest) + 2
    let area = inner.splitTop(rows).rest
    form.size = area.size
    form.draw(in: area, on: &grid)
    grid.write(" " + words("unlock.keys"), at: bottom.origin, style: .dim, maxColumns: bottom.columns)
    message?.draw(in: body.splitBottom(1).bottom, on: &grid)
  }
}
