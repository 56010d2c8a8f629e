public import VisitModel

/// What a person does about an answer that signals danger, in plain words, with the numbers of the scheme's nation.
///
/// It holds no word of severity. The texts are the project's own; whether the scheme approved them is said with them.
public struct DangerText: Hashable, Sendable {
  /// What to do, in order, one step a line.
  public let steps: [String]
  /// Whom to ring, most pressing first.
  public let numbers: [CrisisNumber]
  /// Who approved the texts, or that nobody has.
  public let approval: String

  /// The text for a scheme.
  ///
  /// - Throws: where the file of numbers does not make sense.
  public init(for scheme: Scheme, words: Words) throws(LibraryError) {
    let contacts = scheme.contacts
    var coordinator = words("danger.coordinator")
    if !contacts.coordinatorPhone.isEmpty {
      coordinator = words("danger.coordinatorPhone", ["phone": contacts.coordinatorPhone])
    }
    if !contacts.outOfHoursPhone.isEmpty {
      coordinator += " " + words("danger.outOfHours", ["phone": contacts.outOfHoursPhone])
    }
    steps = [
      words("danger.stay"), words("danger.ask"), words("danger.emergency"), coordinator,
      words("danger.noSecrecy"),
    ]
    numbers = try CrisisNumber.all(of: scheme.nation)
    approval =
      scheme.dangerTextsApproval.map {
        words("danger.approved", ["by": $0.by, "day": $0.on.description])
      } ?? words("danger.notApproved")
  }

  /// Everything as lines of text, for the command line.
  public var lines: [String] {
    steps + numbers.map { "  \($0.number)  \($0.purpose)" } + ["(\(approval))"]
  }
}

/// A number to ring, what for, and where that is published.
public struct CrisisNumber: Hashable, Sendable {
  /// The number as it is dialled.
  public let number: String
  /// What it is for.
  public let purpose: String
  /// Where it is published.
  public let source: String

  private static let file = "safety/crisis.txt"

  /// The numbers of a nation, most pressing first.
  ///
  /// - Throws: where a line has not its three parts, or the nation has none.
  public static func all(of nation: Nation) throws(LibraryError) -> [CrisisNumber] {
    let words = try Words(parsing: Library.bytes(of: file), file: file)
    let name = String(nation.rawValue.map { $0 == " " ? "-" : $0 })
    var numbers: [CrisisNumber] = []
    while let line = words.text("\(name).\(numbers.count + 1)") {
      let parts = line.split(separator: "|").map { part in
        String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
      }
      guard parts.count == 3 else {
        throw LibraryError(file: file, place: name, problem: "a line is \"number | what for | source\"")
      }
      numbers.append(CrisisNumber(number: parts[0], purpose: parts[1], source: parts[2]))
    }
    if numbers.isEmpty { throw LibraryError(file: file, place: name, problem: "no number at all") }
    return numbers
  }
}
