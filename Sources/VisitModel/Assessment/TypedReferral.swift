/// A referral as it was typed, field by field, on a form, a command line or in a file: the shape of a draft.
public struct TypedReferral: Hashable, Sendable {
  /// What was typed, by field; an absent field is empty.
  public var texts: [Field: String]

  /// The fields of a referral, in the order they are asked.
  public static let fields: [Field] = [
    .received, .source, .referrer, .agency, .referrerPhone, .referralReasons, .needs, .noticed, .agreement,
    .agreedOn, .declaredBy,
  ]

  /// A referral with nothing typed, or with texts from a draft.
  public init(_ texts: [Field: String] = [:]) { self.texts = texts }

  /// What was typed in a field.
  public subscript(field: Field) -> String {
    get { texts[field] ?? "" }
    set { texts[field] = newValue.isEmpty ? nil : newValue }
  }

  /// A recorded referral as it would have been typed, to be amended.
  public init(_ referral: Referral) {
    self.init()
    self[.received] = referral.received.description
    self[.source] = referral.source.rawValue
    self[.referrer] = referral.referrer.name ?? ""
    self[.agency] = referral.referrer.agency ?? ""
    self[.referrerPhone] = referral.referrer.phone ?? ""
    self[.referralReasons] = referral.reasons
    self[.needs] = referral.needs.map(\.rawValue).joined(separator: ",")
    self[.noticed] = referral.noticed
    self[.agreement] = referral.agreement.kind.rawValue
    switch referral.agreement {
    case .signed(let day): self[.agreedOn] = day.description
    case .declared(let name): self[.declaredBy] = name
    case .selfReferral, nil: break
    }
  }

  /// Whether nothing was typed but what a form fills in by itself.
  public var isEmpty: Bool {
    texts.allSatisfy { [.received, .agreement].contains($0.key) || trimmedText($0.value).isEmpty }
  }
}

extension TypedReferral {
  /// The referral that was typed, once every rule holds.
  ///
  /// - Throws: A refusal with every problem found, in the order of the form.
  func checked(
    for episode: EpisodeNumber, lists: SchemeLists, today: Day, replacing old: Referral? = nil
  ) throws(Refusal) -> Referral {
    var checking = Checking()
    var received: Day? = today
    if !trimmedText(self[.received]).isEmpty {
      received = checking.pastDay(.received, self[.received], today: today)
    }
    let source: ReferralSourceID? = checking.entry(.source, self[.source], of: lists, keeping: old?.source)
    if trimmedText(self[.source]).isEmpty { checking.fail(.source, .missing) }
    let name = checking.text(.referrer, self[.referrer], max: TextLimit.line)
    let agency = checking.text(.agency, self[.agency], max: TextLimit.line)
    let phone = checking.text(.referrerPhone, self[.referrerPhone], max: TextLimit.line)
    if let phone, !phone.contains(where: \.isNumber) { checking.fail(.referrerPhone, .notANumber(phone)) }
    let reasons = checking.text(.referralReasons, self[.referralReasons], max: TextLimit.note)
    let needs: [NeedID] = checking.entries(.needs, self[.needs], of: lists, keeping: old?.needs)
    let noticed = checking.text(.noticed, self[.noticed], max: TextLimit.note)
    let agreement = checkedAgreement(today: today, &checking)
    try checking.finish()
    guard let received, let source else { throw Refusal(.source, .missing) }
    return Referral(
      episode: episode, received: received, source: source,
      referrer: Referrer(name: name, agency: agency, phone: phone), reasons: reasons ?? "", needs: needs,
      noticed: noticed ?? "", agreement: agreement)
  }

  /// The agreement as typed; a day or a name alone say which kind it is.
  private func checkedAgreement(today: Day, _ checking: inout Checking) -> ReferralAgreement? {
    let day = checking.pastDay(.agreedOn, self[.agreedOn], today: today)
    let name = checking.text(.declaredBy, self[.declaredBy], max: TextLimit.line)
    var kind = checking.choice(.agreement, self[.agreement], or: ReferralAgreementKind.none)
    if kind == ReferralAgreementKind.none {
      kind = day != nil ? .signed : name != nil ? .declared : ReferralAgreementKind.none
    }
    switch kind {
    case .signed:
      if trimmedText(self[.agreedOn]).isEmpty { checking.fail(.agreedOn, .missing) }
      return day.map(ReferralAgreement.signed)
    case .declared:
      if name == nil { checking.fail(.declaredBy, .missing) }
      return name.map(ReferralAgreement.declared)
    case .selfReferral: return .selfReferral
    case nil, ReferralAgreementKind.none?: return nil
    }
  }
}
