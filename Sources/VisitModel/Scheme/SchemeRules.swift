/// Changes settings of the scheme, each by its name and as it was typed; what is not named stays as it is.
public struct AmendScheme: Sendable {
  /// What was typed, by setting.
  public let typed: [Field: String]

  /// The settings, in the order they are asked and shown.
  public static let fields: [Field] =
    [
      .name, .code, .nation, .areas, .coordinatorPhone, .outOfHoursPhone, .safeguardingLead,
      .safeguardingPhone, .dangerTextsApprovedBy, .mileageRates,
    ] + SchemeLimit.allCases.map(\.field)

  /// A change of settings.
  public init(_ typed: [Field: String]) { self.typed = typed }

  /// The fact to record.
  public func facts(in caseload: Caseload, today: Day) throws(Refusal) -> [Fact] {
    var checking = Checking()
    var scheme = caseload.scheme
    for field in AmendScheme.fields {
      guard let text = typed[field] else { continue }
      if let limit = SchemeLimit(rawValue: field.rawValue) {
        set(limit, text, in: &scheme, &checking)
      } else {
        set(field, text, in: &scheme, today: today, &checking)
      }
    }
    try checking.finish()
    if scheme == caseload.scheme { throw Refusal(.scheme, .nothingChanged) }
    return [.schemeSet(scheme)]
  }

  private func set(
    _ field: Field, _ text: String, in scheme: inout Scheme, today: Day, _ checking: inout Checking
  ) {
    let line = checking.text(field, text, max: TextLimit.line) ?? ""
    switch field {
    case .name: if line.isEmpty { checking.fail(.name, .missing) } else { scheme.name = line }
    case .nation:
      let nation: Nation? = checking.value(
        .nation, of: text, or: { .notOneOf($0, allowed: Nation.words) }, read: Nation.init(typed:))
      if let nation { scheme.nation = nation }
    case .code: scheme.code = line
    case .areas: scheme.areas = listed(line)
    case .coordinatorPhone: scheme.contacts.coordinatorPhone = line
    case .outOfHoursPhone: scheme.contacts.outOfHoursPhone = line
    case .safeguardingLead: scheme.contacts.safeguardingLead = line
    case .safeguardingPhone: scheme.contacts.safeguardingPhone = line
    case .dangerTextsApprovedBy:
      // The day stays that of the approval: the same name again approves nothing anew.
      if line != scheme.dangerTextsApproval?.by ?? "" {
        scheme.dangerTextsApproval = line.isEmpty ? nil : Approval(by: line, on: today)
      }
    case .mileageRates: if let rates = rates(line, today: today, &checking) { scheme.mileageRates = rates }
    default: preconditionFailure("\(field) is no setting of a scheme")
    }
  }

  private func set(
    _ limit: SchemeLimit, _ text: String, in scheme: inout Scheme, _ checking: inout Checking
  ) {
    let number: Int? = checking.value(
      limit.field, of: text, or: Fault.notANumber, read: { wholeNumber($0.utf8) })
    guard let number else { return }
    if limit.allowed.contains(number) {
      scheme.limits[keyPath: limit.place] = number
    } else {
      checking.fail(limit.field, .outside(from: limit.allowed.lowerBound, to: limit.allowed.upperBound))
    }
  }

  /// Rates as typed: `2011-04-06 0.45, 2027-04-06 0.50`.
  private func rates(_ text: String, today: Day, _ checking: inout Checking) -> [MileageRate]? {
    var rates: [MileageRate] = []
    for part in listed(text) {
      let words = part.split(separator: " ").map(String.init)
      guard words.count == 2 else {
        checking.fail(.mileageRates, .notARate(part))
        return nil
      }
      guard let day = Day(typed: words[0], today: today, leaning: .behind) else {
        checking.fail(.mileageRates, .notADay(words[0]))
        return nil
      }
      guard let pence = Pence(typed: words[1]) else {
        checking.fail(.mileageRates, .notMoney(words[1]))
        return nil
      }
      rates.append(MileageRate(from: day, perMile: pence))
    }
    return rates.sorted { $0.from < $1.from }
  }
}

extension Scheme {
  /// A setting as it would be typed; empty where it is not said.
  public func text(of field: Field) -> String {
    if let limit = SchemeLimit(rawValue: field.rawValue) { return "\(limits[keyPath: limit.place])" }
    return switch field {
    case .name: name
    case .nation: nation.rawValue
    case .code: code
    case .areas: areas.joined(separator: ", ")
    case .coordinatorPhone: contacts.coordinatorPhone
    case .outOfHoursPhone: contacts.outOfHoursPhone
    case .safeguardingLead: contacts.safeguardingLead
    case .safeguardingPhone: contacts.safeguardingPhone
    case .dangerTextsApprovedBy: dangerTextsApproval?.by ?? ""
    case .mileageRates: mileageRates.map { "\($0.from) \($0.perMile.text)" }.joined(separator: ", ")
    default: ""
    }
  }
}
