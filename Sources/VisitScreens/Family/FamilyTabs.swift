import Terminal
import VisitLibrary
import VisitModel

/// The two lines above a family's file: where the family stands, and the tabs with their counts.
struct FamilyTabs {
  let tab: FamilyScreen.Tab
  let family: FamilyID
  let desk: Desk

  private var file: FamilyFile? { desk.caseload.families[family] }

  /// The titles of the tabs with as much in them as fits: names and counts, names, or the name in front alone.
  private func titles(columns: Int) -> [(tab: FamilyScreen.Tab, title: String)] {
    guard let file else { return [] }
    let named = FamilyScreen.Tab.allCases.map { (tab: $0, title: name(of: $0)) }
    let counted = named.map { tab, title in
      (tab: tab, title: title + (tab.page(file, desk).count.map { " \($0)" } ?? "") + " ")
    }
    let bare = named.map { (tab: $0.tab, title: $0.tab == self.tab ? $0.title : "\($0.tab.rawValue)") }
    let fitting = [counted, named].first { titles in
      titles.reduce(1) { $0 + CellText.width(of: $1.title) + 1 } <= columns
    }
    return fitting ?? bare
  }

  private func name(of tab: FamilyScreen.Tab) -> String {
    "\(tab.rawValue) " + desk.words("command.tab\(tab.rawValue).title")
  }

  /// The tab whose title is at a column of the second line.
  func tab(at column: Int, columns: Int) -> FamilyScreen.Tab? {
    var start = 1
    for (tab, title) in titles(columns: columns) {
      let width = CellText.width(of: title)
      if (start..<start + width).contains(column) { return tab }
      start += width + 1
    }
    return nil
  }

  func draw(in area: Rect, on grid: inout Grid) {
    guard let file else { return }
    grid.write(" " + standing(file), at: area.origin, style: .accent, maxColumns: area.columns)
    var column = 1
    for (tab, title) in titles(columns: area.columns) {
      let room = area.columns - column
      guard room > 0 else { break }
      let style: Style = tab == self.tab ? .selection : .heading
      let width = grid.write(title, at: area.position(column, 1), style: style, maxColumns: room)
      // The tab in front stands in brackets, so that it is known without colour.
      if tab == self.tab {
        grid.write("[", at: area.position(column - 1, 1), style: style)
        let end = CellText.width(of: trimmed(title))
        grid.write(
          "]", at: area.position(column + end, 1), style: style,
          maxColumns: max(0, area.columns - column - end))
      }
      column += width + 1
    }
  }

  private func trimmed(_ title: String) -> String { title.last == " " ? String(title.dropLast()) : title }

  private func standing(_ file: FamilyFile) -> String {
    guard let episode = file.episode else { return desk.words("family.noepisode") }
    let stage = desk.words("stage.\(episode.state.stage.wordKey)")
    var values = ["stage": stage, "since": desk.long(episode.since)]
    guard let volunteer = episode.state.volunteer else { return desk.words("family.standing", values) }
    values["volunteer"] = desk.caseload.volunteers[volunteer]?.shortName ?? volunteer.description
    return desk.words("family.standing.by", values)
  }
}
