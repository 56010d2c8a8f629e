// Ids written as plain texts, for tests.

import VisitModel

extension ScoreID: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(rawValue: text) }
}
extension ItemID: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(rawValue: text) }
}
extension OptionID: ExpressibleByStringLiteral {
  init(stringLiteral text: String) { self.init(rawValue: text) }
}
