import VisitModel

/// The scheme with every setting that there is.
extension SampleFacts {
  static let settings: [Fact] = [
    .schemeSet(
      {
        var full = scheme
        for (number, limit) in SchemeLimit.allCases.enumerated() {
          full.limits[keyPath: limit.place] = number + 2
        }
        full.code = "RUSH"
        full.areas = ["Ash ward", "Heath"]
        full.mileageRates = [MileageRate(from: day, perMile: Pence(50))]
        full.contacts.coordinatorPhone = "01632 960104"
        full.contacts.outOfHoursPhone = "01632 960105"
        full.contacts.safeguardingLead = "Ines Coordinator"
        full.contacts.safeguardingPhone = "01632 960106"
        full.dangerTextsApproval = Approval(by: "Ines Coordinator", on: day)
        return full
      }())
  ]
}
