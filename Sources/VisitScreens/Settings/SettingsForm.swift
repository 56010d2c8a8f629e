import Terminal
import VisitLibrary
import VisitModel

// The scheme's settings as a form: every limit its rules work by, whom to ring, what a mile is paid.

extension FormScreen {
  /// The settings; all of them are recorded together.
  static func settings(at desk: Desk) -> FormScreen {
    let scheme = desk.caseload.scheme
    let fields = AmendScheme.fields.map { field -> FormField in
      if field == .nation {
        return .choice(
          .nation,
          Nation.allCases.map { ChoiceOption(id: $0.rawValue, label: desk.words("nation.\($0.rawValue)")) },
          selected: scheme.nation.rawValue, at: desk, appearance: .list, width: 20)
      }
      let isLimit = SchemeLimit(rawValue: field.rawValue) != nil
      return .line(
        field, scheme.text(of: field), at: desk, width: isLimit ? 6 : 36,
        isRequired: isLimit || field == .name,
        hint: field == .name ? nil : desk.words.meaning(of: field))
    }
    return FormScreen(
      heading: desk.words("settings.title", ["scheme": scheme.name]),
      explanation: desk.words("settings.text"),
      form: Form(fields)
    ) { form, desk throws(Refusal) in
      var typed: [Field: String] = [:]
      for field in AmendScheme.fields {
        typed[field] =
          field == .nation ? form.choice(of: field.rawValue) ?? "" : form.text(of: field.rawValue)
      }
      return [.recordAndReturn(try AmendScheme(typed).facts(in: desk.caseload, today: desk.today))]
    }
  }
}
