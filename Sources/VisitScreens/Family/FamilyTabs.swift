import Terminal
import VisitLibrary
import VisitModel

/// The two lines above a family's file: where the family stands, and the tabs with their counts.
struct FamilyTabs {
  let tab: FamilyScreen.Tab
  let family: FamilyID
  let desk: Desk

  private var file: FamilyFile? { desk.caseload.families[family] }

  private var titles: [(tab: FamilyScreen.Tab, title: String)] {
    FamilyScreen.Tab.allCases.map { tab in
      let name = desk.words("command.tab\(tab.rawValue).title")
      let count: Int? =
        switch tab {
        case .visits: file?.visits.count { !$0.isRetracted }
        case .checkIns: file?.standingCheckIns.count
        case .people: file?.family.people.count
        case .overview, .history: nil
        }
      return (tab, " \(tab.rawValue) \(name)" + (count.map { " \($0)" } ?? "") + " ")
    }
  }

  /// The tab whose title is at a column of the second line.
  func tab(at column: Int) -> FamilyScreen.Tab? {
    var start = 0
    for (tab, title) in titles {
      let width = CellText.width(of: title)
      if (start..<start + width).contains(column) { return tab }
      start += width
    }
    return nil
  }

  func draw(in area: Rect, on grid: inout Grid) {
    guard let file else { return }
    grid.write(" " + standing(file), at: area.origin, style: .accent, maxColumns: area.columns)
    var column = 0
    for (tab, title) in titles {
      let room = area.columns - column
      guard room > 0 else { break }
      // The tab in front stands in brackets, so that it is known without colour.
      let shown = tab == self.tab ? "[" + title.dropFirst().dropLast() + "]" : title
      column += grid.write(
        shown, at: area.position(column, 1), style: tab == self.tab ? .selection : .heading, maxColumns: room)
    }
  }

  private func standing(_ file: FamilyFile) -> String {
    guard let episode = file.episode else { return desk.words("family.noepisode") }
    let stage = desk.words("stage.\(episode.state.stage.wordKey)")
    var values = ["stage": stage, "since": desk.long(episode.since)]
    guard let volunteer = episode.state.volunteer else { return desk.words("family.standing", values) }
    values["volunteer"] = desk.caseload.volunteers[volunteer]?.shortName ?? volunteer.description
    return desk.words("family.standing.by", values)
  }
}
