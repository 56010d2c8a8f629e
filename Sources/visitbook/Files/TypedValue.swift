internal import VisitLibrary

// Values of a file as a person would have typed them, so that they go through the same rules as a form's fields.

extension Json {
  /// A text or a number as it would be typed; nil where it is neither. Nothing at all is typed as nothing.
  var typed: String? {
    switch kind {
    case .null: ""
    case .text(let text): text
    case .number(let digits): digits
    case .bool, .list, .record: nil
    }
  }

  /// A text, or several as one with commas; nil where it is neither. A record among them stands for what `key` names.
  func typedList(key: String) -> String? {
    guard case .list(let items) = kind else { return typed }
    var texts: [String] = []
    for item in items {
      guard let text = item.typed ?? item[key]?.typed else { return nil }
      texts.append(text)
    }
    return texts.joined(separator: ",")
  }

  /// A record of names and values as they would be typed, `isolation=1,money=3`; nil where it is none.
  var typedPairs: String? {
    guard case .record(let fields) = kind else { return nil }
    var texts: [String] = []
    for (key, value) in fields {
      guard let text = value.typed else { return nil }
      texts.append(key + "=" + text)
    }
    return texts.joined(separator: ",")
  }

  /// A text, or several as one with semicolons; nil where it is neither.
  var typedLines: String? {
    guard case .list(let items) = kind else { return typed }
    let texts = items.compactMap(\.typed)
    return texts.count == items.count ? texts.joined(separator: "; ") : nil
  }

  /// Whether it is nothing.
  var isNull: Bool {
    if case .null = kind { true } else { false }
  }

  /// Yes or no, where it is one of them.
  var boolean: Bool? {
    if case .bool(let value) = kind { value } else { nil }
  }
}
