internal import VisitModel

/// Names of people outside a family, to be found in texts about the family: what a person has to check before the texts are
/// handed to the family (UK GDPR, Data Protection Act 2018, schedule 2, part 3: information about somebody else).
///
/// Known are members, volunteers and the other families. Beyond those a capital letter in the middle of a sentence is taken
/// for a name, unless the family itself is called so: one mark too many costs a look, one too few a breach.
struct OtherPeople {
  /// Known names, folded.
  private let known: Set<SearchedText>
  /// The family's own names, folded.
  private let own: Set<SearchedText>

  /// Words that have a capital letter and are nobody.
  private static let nobody = Set(
    [
      "i", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
      "february",
      "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
      "english", "welsh", "scottish", "british", "nhs", "gp", "a&e", "ok", "tv", "christmas", "easter", "mum",
      "dad", "nan", "x",
    ].map { SearchedText($0) })

  init(_ caseload: Caseload, besides family: Family) {
    func parts(_ name: String) -> [SearchedText] {
      name.split { !$0.isLetter && $0 != "'" && $0 != "’" }.map { SearchedText(String($0)) }
        .filter { $0.bytes.count > 1 }
    }
    var own = Set(parts(family.name))
    for person in family.people { own.formUnion(parts(person.name)) }
    for place in [family.area, family.address, family.postcode].compactMap(\.self) {
      own.formUnion(parts(place))
    }
    for language in family.languages { own.formUnion(parts(language)) }
    var known: Set<SearchedText> = []
    for member in caseload.members.values { known.formUnion(parts(member.name)) }
    for volunteer in caseload.volunteers.values { known.formUnion(parts(volunteer.name)) }
    for other in caseload.families.standings where other.number != family.number {
      known.formUnion(parts(other.name))
    }
    self.own = own
    self.known = known.subtracting(own)
  }

  /// The parts of a text: those that may speak of somebody else are marked.
  func passages(of text: String) -> [Passage] {
    var passages: [Passage] = []
    var plain = ""
    var word = ""
    var beginsSentence = true
    func close(_ isLast: Bool) {
      guard !word.isEmpty else { return }
      if isOther(word, beginsSentence: beginsSentence) {
        if !plain.isEmpty { passages.append(Passage(text: plain, isMarked: false)) }
        passages.append(Passage(text: word, isMarked: true))
        plain = ""
      } else {
        plain += word
      }
      word = ""
      beginsSentence = false
    }
    for letter in text {
      if letter.isLetter || letter.isNumber || letter == "'" || letter == "’" || letter == "&" {
        word.append(letter)
        continue
      }
      close(false)
      plain.append(letter)
      if letter == "." || letter == "!" || letter == "?" || letter == ":" || letter.isNewline
        || letter == "\""
      {
        beginsSentence = true
      }
    }
    close(true)
    if !plain.isEmpty { passages.append(Passage(text: plain, isMarked: false)) }
    return passages
  }

  private func isOther(_ word: String, beginsSentence: Bool) -> Bool {
    var bare = word[...]
    for ending in ["'s", "’s"] where bare.hasSuffix(ending) { bare = bare.dropLast(2) }
    let folded = SearchedText(String(bare))
    guard folded.bytes.count > 1, !own.contains(folded) else { return false }
    guard bare.first?.isUppercase == true else { return false }
    if known.contains(folded) { return true }
    return !beginsSentence && bare.first?.isLetter == true && !OtherPeople.nobody.contains(folded)
  }
}

/// A part of a text.
struct Passage: Hashable {
  let text: String
  /// Whether it may speak of somebody outside the family.
  let isMarked: Bool
}
