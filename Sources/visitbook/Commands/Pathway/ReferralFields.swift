internal import ArgumentParser
internal import VisitModel

/// What can be said of a referral on the command line; each goes through the same rules as a form's field.
struct ReferralFields: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("The day it was received; today unless given.", valueName: "day"))
  var received: String?
  @Option(help: ArgumentHelp("Where it came from, from the scheme's list.", valueName: "source"))
  var source: String?
  @Option(help: ArgumentHelp("Who sent it.", valueName: "name"))
  var referrer: String?
  @Option(help: ArgumentHelp("Where they work.", valueName: "agency"))
  var agency: String?
  @Option(help: ArgumentHelp("Their telephone number.", valueName: "number"))
  var referrerPhone: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("Why the family was referred.", valueName: "text"))
  var reasons: String?
  @Option(help: ArgumentHelp("Needs, from the scheme's list.", valueName: "list"))
  var need: [String] = []
  @Option(parsing: .unconditional, help: ArgumentHelp("Who noticed what.", valueName: "text"))
  var noticed: String?
  @Option(parsing: .unconditional, help: ArgumentHelp("The day the parent signed.", valueName: "day"))
  var signed: String?
  @Option(help: ArgumentHelp("Who declares that the parent agrees.", valueName: "name"))
  var declaredBy: String?
  @Flag(help: "The family asked for support itself.")
  var selfReferral = false

  var isEmpty: Bool {
    var typed = TypedReferral()
    fill(&typed)
    return typed == TypedReferral()
  }

  /// Puts what was said in its fields.
  func fill(_ typed: inout TypedReferral) {
    let said: [(Field, String?)] = [
      (.received, received), (.source, source), (.referrer, referrer), (.agency, agency),
      (.referrerPhone, referrerPhone), (.referralReasons, reasons),
      (.needs, need.isEmpty ? nil : need.joined(separator: ",")), (.noticed, noticed), (.agreedOn, signed),
      (.declaredBy, declaredBy),
    ]
    for (field, text) in said {
      if let text { typed[field] = text }
    }
    if signed != nil { typed[.agreement] = ReferralAgreementKind.signed.rawValue }
    if declaredBy != nil { typed[.agreement] = ReferralAgreementKind.declared.rawValue }
    if selfReferral { typed[.agreement] = ReferralAgreementKind.selfReferral.rawValue }
  }
}
