import Terminal
import VisitLibrary
import VisitModel

// The forms that make two families one, and two again: what will happen is shown first, and asked about.

extension FormScreen {
  /// Merges a family into another: the one that was named, or the likeliest to be the same is offered.
  static func merge(_ file: FamilyFile, into other: FamilyID? = nil, at desk: Desk) -> FormScreen {
    let likely = desk.likelySame(as: file)
    let into =
      (other ?? likely.first?.family).flatMap { desk.caseload.families[$0]?.number.description } ?? ""
    let id = file.id
    let named = desk.words.naming(likely, in: desk.caseload).map {
      desk.words("newfamily.likely", ["families": $0])
    }
    return FormScreen(
      heading: desk.words("merge.title", ["family": desk.title(of: file)]),
      explanation: [desk.words("merge.text", ["family": file.number.description]), named].compactMap(\.self)
        .joined(separator: " "),
      form: Form([
        .line(.mergeInto, into, at: desk, width: 10, isRequired: true, hint: desk.words("merge.into.hint")),
        .line(.samePeople, at: desk, width: 24, hint: desk.words("merge.same.hint")),
        .line(.reason, at: desk, isRequired: true),
      ])
    ) { form, desk throws(Refusal) in
      let typed = form.text(of: Field.mergeInto.rawValue)
      guard let number = FamilyNumber(typed: typed), let other = desk.caseload.family(number) else {
        throw Refusal(.mergeInto, typed.isEmpty ? .missing : .noSuchFamily(typed))
      }
      let merge = MergeFamilies(
        family: id, into: other.id, same: form.text(of: Field.samePeople.rawValue),
        reason: form.text(of: Field.reason.rawValue))
      // Everything but the keys is checked before the question is asked.
      _ = try merge.facts(
        in: desk.caseload, lists: desk.lists, by: desk.member, today: desk.today, holders: { _ in [] })
      let preview = try merge.preview(
        in: desk.caseload, lists: desk.lists, by: desk.member, today: desk.today)
      let names = ["family": preview.family.number.description, "into": preview.into.number.description]
      return [
        .ask(
          Question(
            title: desk.words("merge.ask", names),
            text: desk.words.lines(of: preview, in: desk.caseload).joined(separator: "\n"),
            yes: { _ in [.merge(merge)] }, yesTitle: desk.words("merge.yes"), yesKey: .character("y")))
      ]
    }
  }

  /// Takes a merge into a family back.
  static func undoMerge(_ file: FamilyFile, at desk: Desk) -> FormScreen {
    let merges = file.merged.map(\.merge)
    let options = merges.reversed().compactMap { merge in
      merge.lastSaid.map { said in
        ChoiceOption(
          id: desk.caseload.families.number(of: said.family)?.description ?? "",
          label: desk.words.sentence(for: merge, in: desk.caseload))
      }
    }
    return FormScreen(
      heading: desk.words(
        "merge.undo.title", ["family": options.first?.id ?? "", "into": desk.title(of: file)]),
      form: Form([
        .choice(.family, options, selected: options.first?.id, at: desk, appearance: .list, width: 60),
        .line(.reason, at: desk, isRequired: true),
      ])
    ) { form, desk throws(Refusal) in
      let chosen = form.choice(of: Field.family.rawValue) ?? ""
      guard let number = FamilyNumber(typed: chosen), let id = desk.caseload.id(givenTo: number) else {
        throw Refusal(.family, .noSuchFamily(chosen))
      }
      let undo = UndoMerge(family: id, reason: form.text(of: Field.reason.rawValue))
      _ = try undo.facts(in: desk.caseload, by: desk.member, holders: { _ in [] })
      let preview = try undo.preview(in: desk.caseload, by: desk.member)
      return [
        .ask(
          Question(
            title: desk.words("merge.undo.ask", ["family": number.description]),
            text: desk.words.lines(of: preview, in: desk.caseload).joined(separator: "\n"),
            yes: { _ in [.undoMerge(undo)] }, yesTitle: desk.words("merge.undo.yes"),
            yesKey: .character("y")))
      ]
    }
  }
}

extension Desk {
  /// The other families that one likely is, the likeliest first.
  func likelySame(as file: FamilyFile) -> [LikelySame] {
    caseload.likelySame(as: TypedFamily(file.family), lists: lists, today: today)
      .filter { $0.family != file.id }
  }
}
