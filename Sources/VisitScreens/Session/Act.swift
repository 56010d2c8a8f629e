/// Everything a person can ask of a screen. Keys, the key line, help and the palette all name these.
public enum Act: Hashable, Sendable {
  // Everywhere.
  case help, palette, redraw, suspend, quit, back, takeBack
  case showFamilies, showVisits, showVolunteers, showConcerns, showSummary, showJournal
  // Lists.
  case open, filter, sort
  // Families and one family.
  case newFamily, amendFamily, moveEpisode, planVisit, logVisit, checkIn, nextTab, previousTab
  case tab(Int)
  case familyHistory, followUpDone
  // A visit.
  case amendVisit, retractVisit
  // A check-in that was recorded.
  case retractCheckIn, checkInElsewhere

  // A family's referral, assessment, plan, people and consents.
  case referral, answerReferral, assess, supportPlan, tickAction, newPerson, amendPerson, birth
  case healthReview, giveConsent, withdrawConsent, lifeEvent, amendBackground

  // Volunteers, matching, outings and services.

  // Reviews, endings and the timeline.
  case review, timeline, letters, feedback, figures, endSupport, scores

  // Concerns.
  case raiseConcern, acknowledgeConcern, actOnConcern, concernOutcome, closeConcern, amendConcern

  // Erasure, holds and the like.
  case eraseFamily, holdFamily
  // Two families that are one.
  case mergeFamily, undoMerge, showDuplicates, openOther

  // Forms.
  case record, sameAsLast, checkInToo, keepDraft, nextChoice
  // Check-ins.
  case previousQuestion, finish
  // Summary.
  case earlier, later, by, export
  // Volunteers, drafts.
  case newVolunteer, resume, discard, verify, settings, instruments
  case switchInstrument
  case showServices
  case candidates, makeMatch, setOut, homeSafe, expectLater, outBoard
  case newService, amendService, useService, moveService, noteSession, amendUse, retractUse
  case amendVolunteer, addNote, amendNote, retractNote
}
