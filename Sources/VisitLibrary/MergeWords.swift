public import VisitModel

// What merging two families will do, and what taking a merge back will do, in words: the same on the screen and on the
// command line.

extension Words {
  /// What a merge will do, line by line: who goes where, how much comes along, what does not fit together.
  public func lines(of preview: MergePreview, in caseload: Caseload) -> [String] {
    let names = [
      "family": preview.family.number.description, "name": preview.family.family.name,
      "into": preview.into.number.description, "intoName": preview.into.family.name,
    ]
    let people = preview.people.map { person in
      self(
        person.same == nil ? "merge.person.new" : "merge.person.same",
        [
          "number": person.person.number.description, "name": person.person.name,
          "after": person.number.description, "other": person.same?.name ?? "",
        ])
    }
    let amounts =
      preview.amounts.isEmpty ? self("merge.bringsNothing") : naming(preview.amounts, "merge.brings")
    let clashes = preview.clashes.map { sentence(for: $0, in: caseload, into: preview.into.number) }
    // What somebody has to decide about comes first: a small screen may cut the end off.
    return [self("merge.will", names)] + clashes + [amounts, self("merge.reversible")] + people
  }

  /// What taking a merge back will do, line by line.
  public func lines(of preview: UndoMerge.Preview, in caseload: Caseload) -> [String] {
    let into = ["into": preview.into.number.description]
    let said = preview.merge.original
    let names = into.merging([
      "family": preview.family.number.description, "name": preview.family.family.name,
      "day": said.value?.day.description ?? "", "by": caseload.name(of: said.author),
      "reason": said.reason?.text ?? "",
    ]) { $1 }
    func people(_ people: [Person], _ key: String) -> [String] {
      people.map { self(key, into.merging(["number": $0.number.description, "name": $0.name]) { $1 }) }
    }
    return [self("merge.undo.will", names)]
      + (preview.amounts.isEmpty ? [] : [naming(preview.amounts, "merge.undo.back")])
      + people(preview.leaving, "merge.undo.leaving") + people(preview.staying, "merge.undo.staying")
      + [self("merge.undo.stays", into)]
  }

  /// That a family was merged into another, when, by whom and why.
  public func sentence(for merge: Record<FamilyMerge>, in caseload: Caseload) -> String {
    guard let said = merge.lastSaid else { return "" }
    let root = caseload.families[said.into]
    return self(
      "merge.was",
      [
        "family": caseload.families.number(of: said.family)?.description ?? "",
        "into": caseload.families.number(of: said.into)?.description ?? "", "name": root?.family.name ?? "",
        "day": said.day.description, "by": caseload.name(of: merge.original.author),
        "reason": merge.original.reason?.text ?? "",
      ])
  }

  private func naming(_ amounts: [MergeAmount], _ key: String) -> String {
    let said = amounts.map { count("merge.kind.\($0.kind.rawValue)", $0.count) }
    return self(key, ["amounts": said.joined(separator: ", ")])
  }

  private func sentence(for clash: MergeClash, in caseload: Caseload, into: FamilyNumber) -> String {
    let (key, values): (String, [String: String]) =
      switch clash {
      case .episodes(let one, let other): episodes(one, other, in: caseload)
      case .address(let one, let other): ("address", ["one": one, "other": other])
      case .socialCare(let one, let other):
        ("socialcare", ["one": named(one.level), "other": named(other.level)])
      case .birth(let one, let other):
        ("birth", ["name": other.name, "one": one.birth.said, "other": other.birth.said])
      case .plans(let one, let other):
        ("plans", ["one": one.day.description, "other": other.day.description])
      case .consent(let scope, let number):
        ("consent", ["consent": named(scope), "number": number.description])
      case .hold(let number): ("hold", ["number": number.description])
      }
    return self("merge.clash.\(key)", values.merging(["into": into.description]) { $1 })
  }

  private func episodes(
    _ one: EpisodeState, _ other: EpisodeState, in caseload: Caseload
  ) -> (String, [String: String]) {
    guard let volunteer = one.volunteer, let second = other.volunteer else {
      return ("episodes", ["stage": one.stage.rawValue, "other": other.stage.rawValue])
    }
    return (
      "matches", ["volunteer": caseload.name(of: volunteer), "otherVolunteer": caseload.name(of: second)]
    )
  }

  private func named(_ level: SocialCareLevel) -> String {
    self("socialcare.\(level.rawValue.filter { !$0.isWhitespace })")
  }

  private func named(_ scope: ConsentScope) -> String {
    if let agency = scope.agency { return self("consent.share.with", ["agency": agency]) }
    return self("consent.\(scope.kind.rawValue.filter { !$0.isWhitespace })")
  }
}

extension Birth {
  /// The day, as it is written.
  fileprivate var said: String {
    switch self {
    case .born(let day), .due(let day): day.description
    case .unknown: ""
    }
  }
}
