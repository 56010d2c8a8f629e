import Testing
import VisitModel

@Suite("times and lengths of time are typed the way people say them")
struct TimeTests {
  @Test(
    "a time on the clock",
    arguments: [
      ("14:30", "14:30"), ("1430", "14:30"), ("930", "09:30"), ("9", "09:00"), ("09", "09:00"),
      ("9.30", "09:30"), ("2pm", "14:00"), ("2 pm", "14:00"), ("2.30pm", "14:30"), ("2:30 PM", "14:30"),
      ("230pm", "14:30"), ("12am", "00:00"), ("12pm", "12:00"), ("12.15am", "00:15"), ("0", "00:00"),
      ("00:00", "00:00"), ("23:59", "23:59"), ("11am", "11:00"),
    ])
  func time(text: String, wanted: String) {
    #expect(TimeOfDay(typed: text)?.description == wanted)
  }

  @Test(
    "what is no time is refused",
    arguments: [
      "", "24:00", "2400", "24", "14:60", "1460", "9:5", "9:", ":30", "13pm", "0am", "0pm", "14:30pm", "am",
      "pm",
      "2pmam", "2ampm", "-1", "9:30:00", "noon", "٩", "12345", "999999999:00", "9..30", "2 o'clock",
    ])
  func noTime(text: String) {
    #expect(TimeOfDay(typed: text) == nil)
  }

  @Test("every minute of a day is read back as it was written, and no other minute exists")
  func everyMinute() {
    for minute in 0..<1_440 {
      let time = TimeOfDay(minutesAfterMidnight: minute)
      #expect(time != nil && TimeOfDay(typed: time?.description ?? "") == time)
    }
    for outside in [-1, 1_440, Int.max, Int.min] { #expect(TimeOfDay(minutesAfterMidnight: outside) == nil) }
  }

  @Test(
    "a length of time",
    arguments: [
      ("90", 90), ("90m", 90), ("90 min", 90), ("90 mins", 90), ("90 minutes", 90), ("1h", 60), ("1 hr", 60),
      ("2 hours", 120), ("1h30", 90), ("1h 30m", 90), ("1h30 min", 90), ("1:30", 90), ("1.5h", 90),
      ("1.5 hours", 90), ("0.1h", 6), ("25 min", 25), ("0", 0), ("0h00", 0), ("12h", 720), ("12h01", 721),
    ])
  func length(text: String, minutes: Int) {
    #expect(Minutes(typed: text)?.count == minutes)
  }

  @Test(
    "what is no length of time is refused, however large",
    arguments: [
      "", "-5", "-1h", "1h-5", "1h60", "1:75", "h", "m", "min", "1.5", "1.25h", "1h30m5", "1:2:3", "1:30h",
      "999999999999", "9999999h", "99999999999999999999h", "ninety", "٩٠", "1 h 30 x",
    ])
  func noLength(text: String) {
    #expect(Minutes(typed: text) == nil)
  }

  @Test("a length of time is read back as it is shown")
  func lengthsRoundTrip() {
    for count in 0...Minutes.visitMax.count {
      #expect(Minutes(typed: Minutes(count).text)?.count == count)
    }
    #expect(Minutes(59).text == "59 min")
    #expect(Minutes(60).text == "1h00")
    #expect(Minutes(125).text == "2h05")
  }

  @Test("a stamp is later than the one before it, whatever the laptop's clock does")
  func stamps() {
    var stamp = Stamp(milliseconds: 1_800_000_000_000)
    let clock: [Int64] = [
      1_800_000_000_000, 1_800_000_000_001, 5, -1, .min, 0, 1_700_000_000_000, 1_800_000_000_001,
    ]
    for now in clock + clock {
      let next = stamp.next(nowMilliseconds: now)
      #expect(next > stamp)
      #expect(next.milliseconds >= max(now, stamp.milliseconds))
      stamp = next
    }
    #expect(stamp.milliseconds == 1_800_000_000_001)
  }

  @Test("more entries in one millisecond than fit are carried into the next, still in order")
  func crowdedMillisecond() {
    var stamp = Stamp(milliseconds: 10)
    for _ in 0..<70_000 { stamp = stamp.next(nowMilliseconds: 10) }
    #expect(stamp.milliseconds == 11)
  }
}
