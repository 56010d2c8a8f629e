public import VisitModel

// Which families a typed one likely is, in words: the same while a form is typed and on the command line.

extension Words {
  /// The families, each with what speaks for it: `F-0003 Abbott (Rosie Abbott, same house)`; nil where there are none.
  public func naming(_ likely: [LikelySame], in caseload: Caseload) -> String? {
    let named = likely.compactMap { same -> String? in
      guard let file = caseload.families[same.family] else { return nil }
      return "\(file.number) \(file.family.name) (\(naming(same.signs, of: file.family)))"
    }
    return named.isEmpty ? nil : named.joined(separator: "; ")
  }

  /// What speaks for a family's being the same as another: `Rosie Abbott, same house`.
  public func naming(_ signs: [LikelySame.Sign], of family: Family) -> String {
    signs.map { sign in
      switch sign {
      case .person(let number), .personName(let number):
        family.person(number)?.name ?? number.description
      case .home: self("sign.home")
      case .phone: self("sign.phone")
      case .name: self("sign.name")
      }
    }.joined(separator: ", ")
  }
}
