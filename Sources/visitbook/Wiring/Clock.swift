internal import Glibc
internal import VisitModel

/// The laptop's clock, and the day that counts as today: the only place that knows of time zones.
struct Clock: Sendable {
  /// A day that was given in place of today's, for rehearsal and tests.
  let fixedToday: Day?

  /// Milliseconds since 1970-01-01 UTC.
  var nowMilliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// Milliseconds since the laptop started, sleep included, which no change of the clock touches.
  var uptimeMilliseconds: Int64 {
    var now = timespec()
    clock_gettime(CLOCK_BOOTTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// Minutes that the laptop's time is ahead of UTC now, summer time included.
  var zoneOffsetMinutes: Int {
    var seconds = time_t(nowMilliseconds / 1_000)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return local.tm_gmtoff / 60
  }

  /// The day it is here, unless another was given.
  var today: Day { fixedToday ?? Day(daysSinceEpoch: Int32(clamping: localMinutes / 1_440)) }

  /// The time of day here, to the second.
  var timeText: String {
    let seconds = Int(nowMilliseconds / 1_000 % 60)
    return "\(time):" + (seconds < 10 ? "0\(seconds)" : "\(seconds)")
  }

  /// The time of day here, to the minute.
  var time: TimeOfDay { TimeOfDay(minutesAfterMidnight: Int(localMinutes % 1_440)) ?? .midnight }

  private var localMinutes: Int64 { nowMilliseconds / 60_000 + Int64(zoneOffsetMinutes) }
}
