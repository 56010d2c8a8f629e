internal import VisitModel

/// The pages of an access pack in the making: plain text and HTML side by side, hostile text made harmless in both.
struct PackPages {
  let words: (String) -> String?
  let others: OtherPeople
  private var textLines: [String] = []
  private var htmlParts: [String] = []
  private(set) var markCount = 0

  init(words: @escaping (String) -> String?, others: OtherPeople) {
    self.words = words
    self.others = others
  }

  /// The pack as plain text.
  var text: String { textLines.joined(separator: "\n") + "\n" }

  /// The pack as a page that loads nothing and runs nothing.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en"><head><meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <title>\(PackPages.escaped(textLines.first ?? ""))</title>
    <style>body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}mark{background:#ffe08a;\
    border-bottom:2px solid #a60}dt{font-weight:bold}dd{white-space:pre-wrap;margin:0 0 .4rem 1rem}h3{font-size:1rem;\
    border-top:1px solid #888;padding-top:.5rem}</style></head><body>
    \(htmlParts.joined(separator: "\n"))
    </body></html>

    """
  }

  mutating func title(_ text: String) {
    let clean = CleanText.forOneLine(text)
    textLines += [clean, String(repeating: "=", count: min(78, clean.count)), ""]
    htmlParts.append("<h1>\(PackPages.escaped(clean))</h1>")
  }

  mutating func note(_ text: String) {
    let clean = CleanText.forOneLine(text)
    textLines += [clean, ""]
    htmlParts.append("<p>\(PackPages.escaped(clean))</p>")
  }

  mutating func heading(_ text: String) {
    let clean = CleanText.forOneLine(text)
    textLines += ["", clean, String(repeating: "-", count: min(78, clean.count)), ""]
    htmlParts.append("<h2>\(PackPages.escaped(clean))</h2>")
  }

  mutating func entry(_ text: String) {
    let clean = CleanText.forOneLine(text)
    textLines += ["", clean]
    htmlParts.append("<h3>\(PackPages.escaped(clean))</h3>")
  }

  /// Adds fields, marking what may speak of somebody else; gives the words that were marked.
  mutating func add(_ value: JSONValue) -> [String] {
    var marks: [String] = []
    add(value, inset: 2, &marks)
    return marks
  }

  private mutating func add(_ value: JSONValue, inset: Int, _ marks: inout [String]) {
    switch value {
    case .object(let fields):
      htmlParts.append("<dl>")
      for (name, value) in fields {
        let label = CleanText.forOneLine(words("pack.field.\(name)") ?? FactFields.words(name))
        let margin = String(repeating: " ", count: inset)
        htmlParts.append("<dt>\(PackPages.escaped(label))</dt><dd>")
        if let text = PackPages.short(value) {
          let (plain, html) = marked(text, &marks)
          let lines = plain.split(separator: "\n", omittingEmptySubsequences: false)
          textLines.append(margin + label + ": " + (lines.first ?? ""))
          textLines += lines.dropFirst().map { margin + "  " + $0 }
          htmlParts.append(html)
        } else {
          textLines.append(margin + label + ":")
          add(value, inset: inset + 2, &marks)
        }
        htmlParts.append("</dd>")
      }
      htmlParts.append("</dl>")
    case .array(let items):
      for item in items {
        if let text = PackPages.short(item) {
          let (plain, html) = marked(text, &marks)
          textLines.append(String(repeating: " ", count: inset) + "- " + plain)
          htmlParts.append("<p>\(html)</p>")
        } else {
          textLines.append(String(repeating: " ", count: inset) + "-")
          add(item, inset: inset + 2, &marks)
        }
      }
    default: break
    }
  }

  /// A text with its marks, as plain text and as HTML.
  private mutating func marked(_ text: String, _ marks: inout [String]) -> (plain: String, html: String) {
    var (plain, html) = ("", "")
    for passage in others.passages(of: CleanText.forLines(text)) {
      guard passage.isMarked else {
        plain += passage.text
        html += PackPages.escaped(passage.text)
        continue
      }
      marks.append(passage.text)
      markCount += 1
      plain += "[CHECK: \(passage.text)]"
      html += "<mark>\(PackPages.escaped(passage.text))</mark>"
    }
    return (plain, html)
  }

  private static func short(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .integer(let number): "\(number)"
    case .decimal(let number, let places): number.text(decimals: places)
    case .boolean(let isSo): isSo ? "yes" : "no"
    case .null: ""
    case .array, .object: nil
    }
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { escaped, letter in
      switch letter {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.append(letter)
      }
    }
  }
}
