extension Pathway {
  /// The table as the lines of the documentation's page "The pathway" (Markdown).
  public var page: [String] {
    ["| from | to | the move needs |", "|---|---|---|"]
      + steps.map { step in
        let needs = step.needs.isEmpty ? "nothing" : step.needs.map(\.rawValue).joined(separator: ", ")
        return "| \(step.from?.rawValue ?? "*a new episode*") | \(step.to.rawValue) | \(needs) |"
      }
  }
}
