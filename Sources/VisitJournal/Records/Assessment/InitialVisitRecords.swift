internal import VisitModel

/// An assessment: its day and episode outside, all else in the box.
extension WireOuter {
  mutating func set(_ assessment: Assessment) throws(RecordError) {
    episode = try wireCount(assessment.episode.count, "outer.episode")
    day = try wireDay(assessment.day, "outer.day")
  }

  func assessment(_ box: WireAssessmentBox) throws(RecordError) -> Assessment {
    var present: [PersonNumber] = []
    for person in box.present {
      present.append(PersonNumber(try readNumber(person, "assessment.present")))
    }
    let risks = box.risks
    return Assessment(
      episode: try readEpisode(), day: try readDay(), present: present, alsoPresent: box.alsoPresent,
      worrying: box.worrying, workingWell: box.workingWell, needsToHappen: box.needsToHappen,
      needs: box.needs.map(NeedID.init(rawValue:)),
      riskCheck: box.hasRisks
        ? .found(risks.risks.map(VisitingRiskID.init(rawValue:)), note: risks.note) : .clear,
      level: LevelDecision(
        level: try readChoice(box.level, "assessment.level"),
        indicators: box.indicators.map(IndicatorID.init(rawValue:)), reason: box.levelReason,
        decidedBy: box.hasDecidedBy ? box.decidedBy : nil))
  }
}

extension WireAssessmentBox {
  init(_ assessment: Assessment, correcting amendment: Amendment? = nil) throws(RecordError) {
    self.init()
    for person in assessment.present {
      present.append(try wireCount(person.count, "assessment.present"))
    }
    alsoPresent = assessment.alsoPresent
    worrying = assessment.worrying
    workingWell = assessment.workingWell
    needsToHappen = assessment.needsToHappen
    needs = assessment.needs.map(\.rawValue)
    if case .found(let found, let note) = assessment.riskCheck {
      var box = WireVisitingRisks()
      box.risks = found.map(\.rawValue)
      box.note = note
      risks = box
    }
    level = WireLevelOfNeed(assessment.level.level)
    indicators = assessment.level.indicators.map(\.rawValue)
    levelReason = assessment.level.reason
    if let name = assessment.level.decidedBy { decidedBy = name }
    if let amendment {
      reason = amendment.reason.text
      basedOn = amendment.basedOn.rawValue
    }
  }
}

extension WireLevelOfNeed: WireChoice {
  init(_ meaning: LevelOfNeed) {
    switch meaning {
    case .universal: self = .universal
    case .targeted: self = .targeted
    case .specialist: self = .specialist
    }
  }
}
