import Terminal
import VisitLibrary
import VisitModel

// Fields that the pathway's forms are made of, each for a field of a record.

extension FormField {
  /// Long text.
  static func area(_ field: Field, _ text: String = "", at desk: Desk, rows: Int = 2) -> FormField {
    FormField(
      id: field.rawValue, label: desk.words.name(of: field), kind: .text(TextArea(text: text), rows: rows))
  }

  /// Boxes for the entries of one of the scheme's lists.
  static func boxes<ID: SchemeListID>(
    _ field: Field, of list: ID.Type, checked ids: String = "", at desk: Desk
  ) -> FormField {
    let on = Set(ids.split(separator: ",").map(String.init))
    return FormField(
      id: field.rawValue, label: desk.words.name(of: field),
      kind: .checks(
        ChecksField(
          desk.lists.entries(list).map {
            CheckOption(id: $0.id.rawValue, label: $0.label, isOn: on.contains($0.id.rawValue))
          })))
  }

  /// One entry of one of the scheme's lists, in a list that opens over the form.
  static func entry<ID: SchemeListID>(
    _ field: Field, of list: ID.Type, selected: String = "", at desk: Desk, width: Int? = 40
  ) -> FormField {
    .choice(
      field, desk.lists.entries(list).map { ChoiceOption(id: $0.id.rawValue, label: $0.label) },
      selected: selected.isEmpty ? nil : selected, at: desk, appearance: .list, width: width)
  }

  /// One of a fixed set of words, worded under `KEY.WORD`.
  static func words<Choice: TypedChoice>(
    _ field: Field, _ choices: [Choice], key: String, selected: String, at desk: Desk, width: Int? = nil,
    appearance: ChoiceField.Appearance = .automatic
  ) -> FormField {
    .choice(
      field,
      choices.map {
        ChoiceOption(
          id: $0.rawValue, label: desk.words("\(key).\($0.rawValue.filter { !$0.isWhitespace })"))
      },
      selected: selected.isEmpty ? nil : selected, at: desk, appearance: appearance, width: width)
  }

  /// The field beside others of one row of the screen.
  func beside(_ row: Int, width: Int? = nil) -> FormField {
    var field = self
    field.row = row
    if let width { field.width = width }
    return field
  }
}

extension Form {
  /// What stands in the fields of a record, as it would have been typed.
  func texts(of fields: [Field]) -> [Field: String] {
    let all = plainTexts
    var texts: [Field: String] = [:]
    for field in fields { texts[field] = all[field.rawValue] }
    return texts
  }
}
