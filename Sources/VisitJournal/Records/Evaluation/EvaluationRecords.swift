internal import VisitModel

/// Whether support has worked: a corrected move, a review, feedback, a letter. To and from its box.
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
    case .reviewHeld(let review):
      try outer.set(review.episode, review.day)
      return wireBytes(try WireReviewBox(review))
    case .reviewAmended(let amendment, let review):
      try outer.set(review.episode, review.day)
      outer.record = amendment.record.rawValue
      return wireBytes(try WireReviewBox(review, correcting: amendment))
    case .feedbackGiven(let feedback):
      try outer.set(feedback.episode, feedback.day)
      return wireBytes(try WireFeedbackBox(feedback))
    case .feedbackAmended(let amendment, let feedback):
      try outer.set(feedback.episode, feedback.day)
      outer.record = amendment.record.rawValue
      return wireBytes(try WireFeedbackBox(feedback, correcting: amendment))
    case .reviewRetracted(let amendment), .feedbackRetracted(let amendment):
      outer.record = amendment.record.rawValue
      return wireBytes(WireRetractionBox(amendment))
    case .letterWritten(let letter):
      try outer.set(letter.episode, letter.day)
      var box = WireLetterBox()
      box.kind = letter.kind.rawValue
      return wireBytes(box)
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
    case .reviewHeld:
      self = .reviewHeld(try readBox(box, WireReviewBox.self).review(outer))
    case .reviewAmended:
      let wire = try readBox(box, WireReviewBox.self)
      self = .reviewAmended(
        try outer.readAmendment(reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil),
        try wire.review(outer))
    case .reviewRetracted: self = .reviewRetracted(try outer.readRetraction(box))
    case .feedbackGiven: self = .feedbackGiven(try readBox(box, WireFeedbackBox.self).feedback(outer))
    case .feedbackAmended:
      let wire = try readBox(box, WireFeedbackBox.self)
      self = .feedbackAmended(
        try outer.readAmendment(reason: wire.reason, basedOn: wire.hasBasedOn ? wire.basedOn : nil),
        try wire.feedback(outer))
    case .feedbackRetracted: self = .feedbackRetracted(try outer.readRetraction(box))
    case .letterWritten:
      let wire = try readBox(box, WireLetterBox.self)
      self = .letterWritten(
        Letter(
          kind: LetterID(rawValue: wire.kind), episode: try outer.readEpisode(), day: try outer.readDay()))
    default: throw RecordError(.unknownKind(Int(kind.rawValue)), "outer.kind")
    }
  }
}

extension WireOuter {
  fileprivate mutating func set(_ number: EpisodeNumber, _ on: Day) throws(RecordError) {
    episode = try wireCount(number.count, "outer.episode")
    day = try wireDay(on, "outer.day")
  }
}
