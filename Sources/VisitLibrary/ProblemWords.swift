public import VisitModel

// What is wrong with something that was entered, as a sentence: the same on a form, a command line and in a file.

extension Words {
  /// A problem in words that say what to do about it, without naming the field it stands under.
  public func sentence(for problem: Problem) -> String {
    let (key, values) = wording(of: problem.fault)
    return self("fault.\(key)", values)
  }

  /// The name of a field as people call it.
  public func name(of field: Field) -> String { self("field.\(field.rawValue)") }

  /// What a setting of the scheme means; its name where there is no more to say.
  public func meaning(of setting: Field) -> String {
    text("setting.\(setting.rawValue).hint") ?? name(of: setting)
  }

  /// What stands between a volunteer and a match, in a few words.
  public func sentence(for gap: ReadinessGap) -> String {
    let values: [String: String] =
      switch gap {
      case .inactive, .noCheck, .unprepared: [:]
      case .checkExpired(let day), .supervisionDue(let day): ["day": day.description]
      case .references(let given, let wanted): ["given": "\(given)", "wanted": "\(wanted)"]
      case .full(let families, let capacity): ["families": "\(families)", "capacity": "\(capacity)"]
      }
    return self("gap.\(gap.key)", values)
  }

  private func wording(of fault: Fault) -> (key: String, values: [String: String]) {
    switch fault {
    case .missing: ("missing", [:])
    case .notADay(let text): ("notADay", ["text": text])
    case .notATime(let text): ("notATime", ["text": text])
    case .notALength(let text): ("notALength", ["text": text])
    case .notMiles(let text): ("notMiles", ["text": text])
    case .notMoney(let text): ("notMoney", ["text": text])
    case .notANumber(let text): ("notANumber", ["text": text])
    case .notPostcode(let text): ("notPostcode", ["text": text])
    case .notAnEmail(let text): ("notAnEmail", ["text": text])
    case .notAMonth(let text): ("notAMonth", ["text": text])
    case .nothingToClaim(let month): ("nothingToClaim", ["month": month.description])
    case .alreadyOut(let volunteer, let family):
      ("alreadyOut", ["volunteer": volunteer.description, "family": family.description])
    case .nobodyOut(let family): ("nobodyOut", ["family": family.description])
    case .noSuchService(let text, let known):
      (known.isEmpty ? "noServices" : "noSuchService", ["text": text, "known": list(known)])
    case .onlyForInfantTeams: ("onlyForInfantTeams", [:])
    case .notAgreed(let organisation): ("notAgreed", ["organisation": organisation])
    case .stepNotAllowed(let from, let to, let allowed):
      (
        allowed.isEmpty ? "stepFromClosed" : "stepNotAllowed",
        ["from": from.rawValue, "to": to.rawValue, "allowed": list(allowed.map(\.rawValue))]
      )
    case .sessionsOnlyAttending(let state): ("sessionsOnlyAttending", ["state": state.rawValue])
    case .notReady(let volunteer, let gaps):
      (
        "notReady",
        ["volunteer": volunteer.description, "gaps": gaps.map(sentence(for:)).joined(separator: "; ")]
      )
    case .inTheFuture(let day): ("inTheFuture", ["day": day.description])
    case .inThePast(let day): ("inThePast", ["day": day.description])
    case .beforeBirth(let day): ("beforeBirth", ["day": day.description])
    case .tooLong(let max): ("tooLong", ["max": "\(max)"])
    case .tooMuch(let max): ("tooMuch", ["max": max])
    case .onlyWhenSeen: ("onlyWhenSeen", [:])
    case .noTimeGiven: ("noTimeGiven", [:])
    case .notOneOf(let text, let allowed): ("notOneOf", ["text": text, "allowed": list(allowed)])
    case .noSuchPerson(let text, let known): ("noSuchPerson", ["text": text, "known": list(known)])
    case .noSuchVolunteer(let text, let known):
      (known.isEmpty ? "noVolunteers" : "noSuchVolunteer", ["text": text, "known": list(known)])
    case .noSuchFamily(let text): ("noSuchFamily", ["text": text])
    case .noSuchRecord(let text): ("noSuchRecord", ["text": text])
    case .severalRecords(let text, let matching):
      ("severalRecords", ["text": text, "matching": list(matching)])
    case .alreadyRetracted: ("alreadyRetracted", [:])
    case .nothingChanged: ("nothingChanged", [:])
    case .likelyDuplicate(let record): ("likelyDuplicate", ["record": record.description])
    case .moveNotAllowed(let from, let to, let allowed):
      (
        allowed.isEmpty ? "moveFromClosed" : "moveNotAllowed",
        ["from": from.rawValue, "to": to.rawValue, "allowed": list(allowed.map(\.rawValue))]
      )
    case .needsVolunteer(let stage): ("needsVolunteer", ["stage": stage.rawValue])
    case .beforeLastMove(let day): ("beforeLastMove", ["day": day.description])
    case .afterNextMove(let day): ("afterNextMove", ["day": day.description])
    case .opensEpisode: ("opensEpisode", [:])
    case .needsStrategy: ("needsStrategy", [:])
    case .needsFinalScores: ("needsFinalScores", [:])
    case .scoresStandThere: ("scoresStandThere", [:])
    case .needsConsent(let kind): ("needsConsent", ["kind": kind.rawValue])
    case .notAtStage(let stage, let wanted):
      ("notAtStage", ["stage": stage.rawValue, "wanted": list(wanted.map(\.rawValue))])
    case .noOpenEpisode: ("noOpenEpisode", [:])
    case .hasOpenEpisode: ("hasOpenEpisode", [:])
    case .hasReferral: ("hasReferral", [:])
    case .needsReferral: ("needsReferral", [:])
    case .needsAgreement: ("needsAgreement", [:])
    case .beforeGiven(let day): ("beforeGiven", ["day": day.description])
    case .afterWithdrawal(let day): ("afterWithdrawal", ["day": day.description])
    case .tooManyParts(let text): ("tooManyParts", ["text": text])
    case .notAChild(let name): ("notAChild", ["name": name])
    case .hasAssessment: ("hasAssessment", [:])
    case .noAssessment: ("noAssessment", [:])
    case .hasPlan: ("hasPlan", [:])
    case .noPlan: ("noPlan", [:])
    case .noSuchAction(let text, let known): ("noSuchAction", ["text": text, "known": list(known)])
    case .alreadyUsed(let text): ("alreadyUsed", ["text": text])
    case .needsAnAdult: ("needsAnAdult", [:])
    case .notForRole(let role): ("notForRole", ["role": self("role.\(role.rawValue)")])
    case .wrongCount(let given, let wanted): ("wrongCount", ["given": "\(given)", "wanted": "\(wanted)"])
    case .badAnswer(let position, let given, let allowed):
      ("badAnswer", ["position": "\(position)", "given": given, "allowed": list(allowed)])
    case .tooSoon(let last, let days): ("tooSoon", ["last": last.description, "days": "\(days)"])
    case .doesNotMatch: ("doesNotMatch", [:])
    case .notARate(let text): ("notARate", ["text": text])
    case .outside(let from, let to): ("outside", ["from": "\(from)", "to": "\(to)"])
    case .supervisorsOnly: ("supervisorsOnly", [:])
    case .underHold(let since, let reason): ("underHold", ["since": since.description, "reason": reason])
    case .alreadyHeld(let since, let reason): ("alreadyHeld", ["since": since.description, "reason": reason])
    case .notHeld: ("notHeld", [:])
    case .notConfirmed(let number): ("notConfirmed", ["number": number.description])
    case .erased(let number, let day, let by):
      ("erased", ["number": number.description, "day": day.description, "by": by])
    case .sameFamily(let number): ("sameFamily", ["number": number.description])
    case .bothOpen(let family, let stage, let into, let other):
      (
        "bothOpen",
        [
          "family": family.description, "stage": stage.rawValue, "into": into.description,
          "other": other.rawValue,
        ]
      )
    case .notMerged(let number): ("notMerged", ["number": number.description])
    case .mergedOn(let number, let into):
      ("mergedOn", ["number": number.description, "into": into.description])
    case .concernNotAllowed(let from, let to, let allowed):
      (
        allowed.isEmpty ? "concernClosed" : "concernNotAllowed",
        ["from": from.rawValue, "to": to.rawValue, "allowed": list(allowed.map(\.rawValue))]
      )
    case .notTheSafeguardingLead: ("notTheSafeguardingLead", [:])
    case .switchedOff: ("switchedOff", [:])
    case .needsCover: ("needsCover", [:])
    case .scoredHere: ("scoredHere", [:])
    }
  }

  /// The first dozen of a list, so that a sentence stays a sentence.
  private func list(_ items: [String]) -> String {
    let shown = items.prefix(13).joined(separator: ", ")
    return items.count > 13 ? shown + " …" : shown
  }
}
