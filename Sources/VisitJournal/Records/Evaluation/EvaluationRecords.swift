internal import VisitModel

/// Whether support has worked: a corrected move, a review, feedback. To and from its box.
extension EvaluationFact {
  /// The bytes of its box, after its plain numbers were put outside.
  func box(_ outer: inout WireOuter) throws(RecordError) -> [UInt8] {
    switch self {
    case .moveAmended(let amendment, let move):
      try outer.set(move)
      outer.record = amendment.record.rawValue
      var box = WireMoveAmendmentBox()
      box.move = try WireEpisodeBox(move)
      box.reason = amendment.reason.text
      box.basedOn = amendment.basedOn.rawValue
      return wireBytes(box)
    case .moveRetracted(let amendment, let episode):
      outer.record = amendment.record.rawValue
      outer.episode = try wireCount(episode.count, "outer.episode")
      return wireBytes(WireRetractionBox(amendment))
    }
  }

  /// A fact of the group from its two parts.
  init(_ kind: FactKind, _ outer: WireOuter, box: [UInt8]) throws(RecordError) {
    switch kind {
    case .moveAmended:
      let wire = try readBox(box, WireMoveAmendmentBox.self)
      self = .moveAmended(
        try outer.readAmendment(reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil),
        try outer.episodeMove(wire.move))
    case .moveRetracted:
      self = .moveRetracted(try outer.readRetraction(box), try outer.readEpisode())
    default: throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
    }
  }
}
