import Terminal
import VisitLibrary
import VisitModel

/// How the questions of a check-in are answered, a key at a time.
extension CheckInScreen.Asking {
  /// What the names of raised concerns begin with in a draft.
  static let draftPrefix = "danger "

  /// The answers so far; a question that was not reached has none.
  var given: [ItemAnswer] {
    zip(instrument.items, answers).compactMap { item, text in
      text.isEmpty ? nil : item.answer(typed: text).map { ItemAnswer(item: item.id, answer: $0) }
    }
  }

  var item: InstrumentItem { instrument.items[position] }

  mutating func move(by steps: Int) {
    position = min(max(0, position + steps), instrument.items.count - 1)
    typed = ""
  }

  /// Takes one letter of an answer; an answer that cannot go on is taken at once, without Enter.
  mutating func type(_ character: Character) {
    let next = typed + String(character).lowercased()
    guard item.answer(typed: next) != nil || next.allSatisfy(\.isNumber) else { return }
    typed = next
    let canGoOn = item.allowedAnswers.contains {
      $0 != next && $0.hasPrefix(next) && $0.allSatisfy(\.isNumber)
    }
    if !canGoOn { enter() }
  }

  /// Takes what was typed as the answer; nothing typed leaves the question not asked. Goes on to the next one.
  mutating func enter() {
    let text = typed.isEmpty ? (answers[position].isEmpty ? "-" : answers[position]) : typed
    typed = ""
    guard item.answer(typed: text) != nil else { return }
    answers[position] = text
    move(by: 1)
  }
}
