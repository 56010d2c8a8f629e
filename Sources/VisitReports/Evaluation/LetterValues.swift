public import VisitModel

/// What fills the gaps of a letter about a family.
public enum LetterValues {
  /// The values that are known; the template says what stands where one is not.
  ///
  /// - Parameter day: How a day is written in a letter.
  public static func values(
    for file: FamilyFile, in caseload: Caseload, lists: SchemeLists, member: Member, today: Day,
    day: (Day) -> String
  ) -> [LetterGap: String] {
    var values: [LetterGap: String] = [
      .scheme: caseload.scheme.name, .today: day(today), .coordinator: member.name,
      .phone: caseload.scheme.contacts.coordinatorPhone, .family: file.family.name,
    ]
    let children = file.family.people.filter { $0.role == .child && !$0.birth.isUnborn(on: today) }
    values[.children] = children.isEmpty ? "you all" : children.map(\.shortName).joined(separator: ", ")
    values[.carer] = file.family.mainCarer?.name
    guard let episode = file.episode else { return values }
    let volunteer = episode.moves.last { $0.state.volunteer != nil }?.state.volunteer
    values[.volunteer] = volunteer.map(caseload.name(of:))
    if let referral = file.assessment.referral(of: episode.number)?.current {
      values[.referrer] = referral.referrer.name
      values[.agency] = referral.referrer.agency
      values[.received] = day(referral.received)
    } else {
      values[.received] = day(episode.began)
    }
    values[.began] = day(episode.reached(.supported) ?? episode.began)
    switch episode.state {
    case .ended, .refused: values[.ended] = day(episode.since)
    default: values[.ended] = episode.state.endingOn.map(day)
    }
    values[.reason] = episode.state.why(lists)
    let visits = file.standingVisits.count { record in
      record.current?.episode == episode.number && record.current?.outcome.contact != nil
    }
    values[.visits] = visits == 0 ? nil : "\(visits)"
    return values
  }
}
