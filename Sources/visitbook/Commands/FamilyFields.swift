internal import ArgumentParser
internal import VisitModel

/// What can be said of a family on the command line; each goes through the same rules as a form's field.
struct FamilyFields: ParsableArguments {
  @Option(help: "The name the family goes by.")
  var name: String?
  @Option(help: ArgumentHelp("A telephone number.", valueName: "number"))
  var phone: String?
  @Option(help: ArgumentHelp("What is safe: call, text, message; several with commas.", valueName: "ways"))
  var safeTo: String?
  @Option(help: "Where the family lives.")
  var address: String?
  @Option(help: "The postcode.")
  var postcode: String?
  @Option(help: "The ward or area, for reach.")
  var area: String?
  @Option(help: ArgumentHelp("Languages spoken at home.", valueName: "languages"))
  var language: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("What a visitor must know before going there.", valueName: "text"))
  var risk: String?
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How to get in: the side gate, the broken bell.", valueName: "text"))
  var access: String?
  @Option(help: ArgumentHelp("Circumstances, from the scheme's list.", valueName: "list"))
  var circumstance: [String] = []
  @Option(
    help: ArgumentHelp("Another telephone: 'NUMBER: call, text'.", valueName: "phone"))
  var otherPhone: [String] = []
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The day they moved in; with a new address the old one is kept as an earlier one.", valueName: "day"))
  var movedIn: String?
  @Option(help: ArgumentHelp("The language an interpreter is needed for.", valueName: "language"))
  var interpreter: String?
  @Option(help: ArgumentHelp("How the family gets about.", valueName: "text"))
  var transport: String?
  @Option(
    help: ArgumentHelp(
      "Who else works with them: 'NAME, AGENCY, ROLE, PHONE'; naming any replaces all.",
      valueName: "agency"))
  var otherAgency: [String] = []
  @Option(
    help: ArgumentHelp(
      "none, early help, child in need, child protection, looked after.", valueName: "status"))
  var socialCare: String?
  @Option(
    parsing: .unconditional, help: ArgumentHelp("Since when that is so.", valueName: "day"))
  var socialCareSince: String?
  @Option(
    help: ArgumentHelp(
      "An adult: NAME[:ROLE[:BORN]]; mother unless a role is given. The first is the main carer.",
      valueName: "adult"))
  var carer: [String] = []
  @Option(help: ArgumentHelp("A child: NAME[:BORN], or NAME:due DAY.", valueName: "child"))
  var child: [String] = []

  /// Puts what was said in its fields, and adds the people that were named.
  func fill(_ typed: inout TypedFamily) {
    let said: [(Field, String?)] = [
      (.name, name), (.phone, phone), (.safeTo, safeTo), (.address, address), (.postcode, postcode),
      (.area, area), (.languages, joined(language)), (.risks, risk), (.access, access),
      (.circumstances, joined(circumstance)), (.movedIn, movedIn), (.interpreter, interpreter),
      (.transport, transport), (.socialCare, socialCare), (.socialCareSince, socialCareSince),
      (.otherPhones, otherPhone.isEmpty ? nil : otherPhone.joined(separator: "; ")),
      (.otherAgencies, otherAgency.isEmpty ? nil : otherAgency.joined(separator: "; ")),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
    typed.people += carer.map { FamilyFields.person($0, usualRole: PersonRole.mother.rawValue) }
    typed.people += child.map { text in
      var person = FamilyFields.person(text, usualRole: PersonRole.child.rawValue)
      // A child has no role to name, so that its second part is the birth.
      if person.birth.isEmpty, person.role != PersonRole.child.rawValue {
        (person.birth, person.role) = (person.role, PersonRole.child.rawValue)
      }
      return person
    }
  }

  var isEmpty: Bool {
    var typed = TypedFamily()
    fill(&typed)
    return typed == TypedFamily()
  }

  private func joined(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ",") }

  private static func person(_ text: String, usualRole: String) -> TypedPerson {
    let parts = text.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
    let role = parts.count > 1 && !parts[1].isEmpty ? parts[1] : usualRole
    return TypedPerson(name: parts.first ?? "", role: role, birth: parts.count > 2 ? parts[2] : "")
  }
}
