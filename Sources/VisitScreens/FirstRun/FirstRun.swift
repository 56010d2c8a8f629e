import Terminal
import VisitJournal
import VisitLibrary
public import VisitModel

/// What a new journal begins with, as typed on the first run.
public struct NewScheme: Sendable {
  /// The scheme's name.
  public let scheme: String
  /// The name of its first member.
  public let member: String
  /// What that member may do.
  public let role: VisitModel.Role
  /// The passphrase.
  public let passphrase: String
}

/// The first run: scheme, name, role and passphrase; then the recovery code, shown once and asked back.
struct FirstRun: Sendable {
  /// How far the first run is.
  enum Step: Sendable {
    case questions
    case code([String])
    case askedBack([String], groups: [Int])
    case done
  }

  /// What is to be done after a key.
  enum Wish {
    case nothing
    case create(NewScheme)
    case enter
    case leave
  }

  private(set) var step = Step.questions
  private(set) var form: Form
  private(set) var message: Message?
  private let words: Words
  private let bits: UInt64

  init(words: Words, bits: UInt64) {
    self.words = words
    self.bits = bits
    func line(_ field: Field) -> FormField {
      FormField(
        id: field.rawValue, label: words.name(of: field), kind: .line("", maxLength: 100), isRequired: true,
        width: 34)
    }
    func secret(_ field: Field) -> FormField {
      FormField(id: field.rawValue, label: words.name(of: field), kind: .secret, isRequired: true, width: 34)
    }
    form = Form([
      line(.scheme), line(.member),
      FormField(
        id: Field.role.rawValue, label: words.name(of: .role),
        kind: .choice(
          ChoiceField(
            VisitModel.Role.allCases.map {
              ChoiceOption(id: $0.rawValue, label: words("role.\($0.rawValue)"))
            },
            selected: VisitModel.Role.coordinator.rawValue, appearance: .row))),
      secret(.passphrase), secret(.passphraseAgain),
    ])
  }

  /// Takes the recovery code of the journal that was made.
  mutating func show(code groups: [String]) {
    step = .code(groups)
    message = nil
  }

  mutating func say(_ text: String) { message = Message(.error, text) }

  mutating func press(_ key: Key) -> Wish {
    message = nil
    if key == .control("c") || key == .control("q") { return .leave }
    switch step {
    case .questions: return pressInQuestions(key)
    case .code(let groups):
      if key == .enter || key == .control("s") { askBack(groups) }
      return .nothing
    case .askedBack(let groups, let asked): return pressInAskedBack(key, groups, asked)
    case .done: return .enter
    }
  }

  mutating func paste(_ text: String) { _ = form.paste(text) }

  private mutating func pressInQuestions(_ key: Key) -> Wish {
    if key == .escape { return .leave }
    if key == .control("s") { return finishQuestions() }
    let outcome = form.handle(key)
    if outcome.changed == Field.passphrase.rawValue { hintStrength() }
    if let left = outcome.left { check(left) }
    return outcome.isFinished ? finishQuestions() : .nothing
  }

  private mutating func hintStrength() {
    let typed = form.text(of: Field.passphrase.rawValue)
    let strength = PassphraseStrength.of(
      SecretBytes(text: typed),
      known: [form.text(of: Field.scheme.rawValue), form.text(of: Field.member.rawValue)])
    form.update(Field.passphrase.rawValue) { field in
      field.hint = typed.isEmpty ? nil : words("strength.\(strength.rawValue)")
    }
  }

  private mutating func check(_ id: String) {
    form.setError(fault(id).map { words.sentence(for: $0) }, of: id)
  }

  private func fault(_ id: String) -> Problem? {
    let text = plainText(form.text(of: id))
    switch Field(rawValue: id) {
    case .scheme where text.isEmpty: return Problem(field: .scheme, fault: .missing)
    case .member where text.isEmpty: return Problem(field: .member, fault: .missing)
    case .passphrase where form.text(of: id).isEmpty: return Problem(field: .passphrase, fault: .missing)
    case .passphraseAgain where form.text(of: id) != form.text(of: Field.passphrase.rawValue):
      return Problem(field: .passphraseAgain, fault: .doesNotMatch)
    default: return nil
    }
  }

  private mutating func finishQuestions() -> Wish {
    for field in form.fields { check(field.id) }
    if let first = form.firstError {
      form.focus(on: first)
      return .nothing
    }
    return .create(
      NewScheme(
        scheme: plainText(form.text(of: Field.scheme.rawValue)),
        member: plainText(form.text(of: Field.member.rawValue)),
        role: form.choice(of: Field.role.rawValue).flatMap(VisitModel.Role.init(rawValue:)) ?? .coordinator,
        passphrase: form.text(of: Field.passphrase.rawValue)))
  }

  private mutating func askBack(_ groups: [String]) {
    let first = Int(bits % UInt64(max(1, groups.count)))
    let second = (first + 1 + Int((bits >> 8) % UInt64(max(1, groups.count - 1)))) % max(1, groups.count)
    let asked = [first, second].sorted()
    step = .askedBack(groups, groups: asked)
    form = Form(
      asked.map { index in
        FormField(
          id: "group\(index)", label: words("firstrun.group", ["number": "\(index + 1)"]),
          kind: .line("", maxLength: 12), width: 10)
      })
  }

  private mutating func pressInAskedBack(_ key: Key, _ groups: [String], _ asked: [Int]) -> Wish {
    if key == .escape {
      step = .code(groups)
      return .nothing
    }
    let outcome = key == .control("s") ? nil : form.handle(key)
    guard outcome?.isFinished ?? true else { return .nothing }
    var isRight = true
    for index in asked {
      let typed = form.text(of: "group\(index)").uppercased().filter { !$0.isWhitespace && $0 != "-" }
        .map { $0 == "O" ? "0" : $0 == "I" || $0 == "L" ? "1" : $0 }
      let fits = String(typed) == groups[index].uppercased()
      if !fits { isRight = false }
      form.setError(fits ? nil : words("firstrun.group.wrong"), of: "group\(index)")
    }
    if !isRight {
      if let first = form.firstError { form.focus(on: first) }
      return .nothing
    }
    step = .done
    return .enter
  }

  mutating func draw(on grid: inout Grid) {
    let whole = Rect(grid.size)
    let (top, rest) = whole.splitTop(1)
    let (body, bottom) = rest.splitBottom(1)
    grid.fill(top, style: .titleBar)
    grid.write(" " + words("firstrun.title"), at: top.origin, style: Style(.titleBar, bold: true))
    let inner = body.inset(columns: 2, rows: 0)
    var keys = "firstrun.keys"
    switch step {
    case .questions:
      let rows = grid.writeWrapped(words("firstrun.text"), in: inner.splitTop(1).rest) + 2
      let area = inner.splitTop(rows).rest
      form.size = area.size
      form.draw(in: area, on: &grid)
    case .code(let groups):
      var row = grid.writeWrapped(words("firstrun.code.text"), in: inner.splitTop(1).rest) + 2
      for line in stride(from: 0, to: groups.count, by: 4) {
        let shown = groups[line..<min(line + 4, groups.count)].enumerated().map { offset, group in
          "\(line + offset + 1): \(group)"
        }
        grid.write(shown.joined(separator: "   "), at: inner.position(2, row), style: .strong)
        row += 1
      }
      grid.cursor = inner.position(2, row)
      keys = "firstrun.code.keys"
    case .askedBack:
      let rows = grid.writeWrapped(words("firstrun.askback"), in: inner.splitTop(1).rest) + 2
      let area = inner.splitTop(rows).rest
      form.size = area.size
      form.draw(in: area, on: &grid)
      keys = "firstrun.askback.keys"
    case .done: break
    }
    grid.write(" " + words(keys), at: bottom.origin, style: .dim, maxColumns: bottom.columns)
    message?.draw(in: body.splitBottom(1).bottom, on: &grid)
  }
}
