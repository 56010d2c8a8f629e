import VisitLibrary
import VisitModel

/// Whom to ring, as the scheme has it.
struct CrisisWords {
  let desk: Desk

  /// The coordinator with the number, where the scheme has said one.
  var coordinator: String {
    let phone = desk.caseload.scheme.contacts.coordinatorPhone
    return phone.isEmpty
      ? desk.words("crisis.coordinator") : desk.words("crisis.coordinatorPhone", ["phone": phone])
  }
}
