// What is entered in a form, by the ids of its fields.

extension Form {
  /// A field by its id.
  public subscript(id: String) -> FormField? { entries.first { $0.id == id } }

  /// Whether there is a field of this id.
  public func has(_ id: String) -> Bool { entries.contains { $0.id == id } }

  /// The text of a line, secret or text area; empty for other fields and when there is none of that id.
  public func text(of id: String) -> String {
    switch self[id]?.kind {
    case .line(let field), .secret(let field): field.text
    case .text(let area, _): area.text
    default: ""
    }
  }

  /// The id of the option chosen, `nil` when none is.
  public func choice(of id: String) -> String? {
    guard case .choice(let field) = self[id]?.kind else { return nil }
    return field.selectedID
  }

  /// The ids of the boxes that are on, in order.
  public func checked(of id: String) -> [String] {
    guard case .checks(let field) = self[id]?.kind else { return [] }
    return field.checkedIDs
  }

  /// The state of every box by its id, for fields with more than off and on.
  public func states(of id: String) -> [String: Int] {
    guard case .checks(let field) = self[id]?.kind else { return [:] }
    return Dictionary(field.options.map { ($0.id, $0.state) }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a toggle is on.
  public func isOn(_ id: String) -> Bool { self[id]?.kind == .toggle(true) }

  /// Changes a field. There must be one of this id.
  public mutating func update(_ id: String, _ change: (inout FormField) -> Void) {
    guard let index = entries.firstIndex(where: { $0.id == id }) else {
      preconditionFailure("the form has no field \(id)")
    }
    change(&entries[index])
    clampFocus()
    follow()
  }

  /// Enters text in a line, secret or text area.
  public mutating func setText(_ text: String, of id: String) {
    update(id) { field in
      switch field.kind {
      case .line(var line):
        line.text = text
        field.kind = .line(line)
      case .secret(var line):
        line.text = text
        field.kind = .secret(line)
      case .text(var area, let rows):
        area.text = text
        field.kind = .text(area, rows: rows)
      case .choice, .checks, .toggle:
        preconditionFailure("the field \(id) holds no text")
      }
    }
  }

  /// Chooses an option, or none.
  public mutating func setChoice(_ option: String?, of id: String) {
    update(id) { field in
      guard case .choice(var choice) = field.kind else {
        preconditionFailure("the field \(id) is no choice")
      }
      choice.selectedID = option
      field.kind = .choice(choice)
    }
  }

  /// Turns the boxes of these ids on and the others off.
  public mutating func setChecked(_ ids: some Collection<String>, of id: String) {
    setStates(Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: { first, _ in first }), of: id)
  }

  /// Gives boxes their states by id; those not named are turned off.
  public mutating func setStates(_ states: [String: Int], of id: String) {
    update(id) { field in
      guard case .checks(var checks) = field.kind else {
        preconditionFailure("the field \(id) has no boxes")
      }
      for index in checks.options.indices {
        checks.options[index].state = states[checks.options[index].id] ?? 0
      }
      field.kind = .checks(checks)
    }
  }

  /// Says what is wrong with a field, in words, or that nothing is.
  public mutating func setError(_ words: String?, of id: String) {
    update(id) { $0.error = words }
  }

  /// Enables or disables a field. The focus moves on when it was on a field disabled.
  public mutating func setEnabled(_ isEnabled: Bool, of id: String) {
    update(id) { $0.isEnabled = isEnabled }
  }
}
