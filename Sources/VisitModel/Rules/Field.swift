/// A field that a person fills in. The raw value is its name in files, exports, drafts and command options.
public enum Field: String, CaseIterable, Hashable, Sendable {
  // A visit.
  case date, start, minutes, travelMinutes, miles, expenses, channel, outcome, volunteers, there
  case declined, away, activities, needs, note, familyWords, worry, followUp, followUpBy, next, nextStart
  case signposted, attendedTogether, moments, momentWords
  // A family.
  case name, number, address, postcode, area, phone, safeTo, languages, risks, access, circumstances
  case personName, personRole, personBirth, personHome, mainCarer
  case otherPhones, movedIn, interpreter, transport, otherAgencies, socialCare, socialCareSince
  case relationships, school, additionalNeeds, ethnicity, language
  // A merge of two families.
  case mergeInto, samePeople
  // A referral.
  case received, source, referrer, agency, referrerPhone, referralReasons, noticed, agreement, agreedOn
  case declaredBy, refusal
  // A family's background: consents, life events, health reviews.
  case consent, how, takenBy, expires, event, what, healthReview
  // An assessment.
  case alsoPresent, worrying, workingWell, needsToHappen, scores, riskCheck, visitingRisks
  case riskNote, level, indicators, levelReason, decidedBy
  // A plan of support.
  case goal, goalNeeds, planAction, planActionWho, planActionBy
  // An episode.
  case stage, volunteer, endingOn, ending
  // A review, feedback.
  case worked, workedWords, present, others, actionsDone, needOutcomes, overall, strategy, strategyReason,
    themes, mayQuote
  case goalAnswers, finalScores
  // A check-in.
  case person, instrument, answers, mode, point, words, cover, licence, doneBy, result
  // The scheme's settings.
  case code, areas, nation, coordinatorPhone, outOfHoursPhone, safeguardingLead, safeguardingPhone
  case dangerTextsApprovedBy, mileageRates, notSeenDaysMax, waitingDaysMax, writeUpDaysMax, visitIntervalDays
  case replyDaysMax, firstReviewWeeks, reviewWeeks, concernSeenDaysMax, concernWrittenHoursMax
  case supervisionWeeks, vettingYears, referencesWanted, familiesMax, idleMinutes
  // Oversight.
  case ground, authority
  // A concern.
  case about, somebody, seen, said, saidBy, done, danger, told, toldWhen, raisedBy, concern
  case action, actionBy, actionOn, actionOutcome, notReferring
  // A volunteer, and notes about one.
  case email, interests, availability, capacity, active
  case referee, isGood, checkLevel, certificate, seenBy, session, finished, supervisor, title, month, paidOn
  // A match, and a volunteer out on a visit.
  case accompaniedBy, left, expectedHome, homeAt
  // A service, and a family's use of it.
  case organisation, serviceName, serviceKind, tier, levels, ages, website, howToRefer
  case service, serviceState, purpose, programmeLevel, infantWork, safeguardingReason, attended
  // Anything.
  case family, reason, scheme, member, role, passphrase, passphraseAgain, recoveryCode, period, record
}
