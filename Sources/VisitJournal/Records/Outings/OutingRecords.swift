internal import VisitModel

/// A volunteer setting out on a visit, or safely home again. To and from its box.
extension OutingFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .left(let outing): return wireBytes(try WireOutingBox(outing, &outer))
    case .amended(let amendment, let outing):
      outer.record = amendment.record.rawValue
      var box = try WireOutingBox(outing, &outer)
      box.reason = amendment.reason.text
      box.basedOn = amendment.basedOn.rawValue
      return wireBytes(box)
    case .home(let record, let moment):
      outer.record = record.rawValue
      outer.day = try wireDay(moment.day, "outer.day")
      var box = WireHomeBox()
      box.at = try WireMoment(moment, "home.at")
      return wireBytes(box)
    case .retracted(let amendment):
      outer.record = amendment.record.rawValue
      return wireBytes(WireRetractionBox(amendment))
    }
  }

  /// The fact from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .cameHome:
      let at = try readBox(box, WireHomeBox.self).at.moment("home.at")
      self = .home(try outer.readRecord(), at: at)
    case .outingRetracted:
      self = .retracted(try outer.readRetraction(box))
    case .outingAmended:
      let wire = try readBox(box, WireOutingBox.self)
      let amendment = try outer.readAmendment(
        reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil)
      self = .amended(amendment, try wire.outing(outer))
    default: self = .left(try readBox(box, WireOutingBox.self).outing(outer))
    }
  }
}

extension WireOutingBox {
  init(_ outing: Outing, _ outer: inout WireOuter) throws(RecordError) {
    self.init()
    outer.day = try wireDay(outing.left.day, "outer.day")
    outer.volunteers = [try wireCount(outing.volunteer.count, "outer.volunteers")]
    left = try WireMoment(outing.left, "outing.left")
    expectedHome = try WireMoment(outing.expectedHome, "outing.expected_home")
  }

  func outing(_ outer: WireOuter) throws(RecordError) -> Outing {
    guard let volunteer = outer.volunteers.first else { throw RecordError(.missing, "outer.volunteers") }
    return Outing(
      volunteer: VolunteerNumber(Int(volunteer)), left: try left.moment("outing.left"),
      expectedHome: try expectedHome.moment("outing.expected_home"))
  }
}

extension WireMoment {
  init(_ moment: VisitModel.Moment, _ field: String) throws(RecordError) {
    self.init()
    day = try wireDay(moment.day, field)
    minutes = wireTime(moment.time)
  }

  func moment(_ field: String) throws(RecordError) -> VisitModel.Moment {
    VisitModel.Moment(try readDay(day, field), try readTime(minutes, field))
  }
}
