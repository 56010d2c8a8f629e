internal import CSystem
internal import Glibc

/// One open file of the real disk; the descriptor closes with it.
final class PosixFile: OpenFile {
  let path: JournalPath
  private let descriptor: Int32

  init(path: JournalPath, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  deinit {
    _ = close(descriptor)
  }

  /// Gives the file mode 0600 whatever the umask took away or left.
  func restrictToOwner() throws(DiskError) {
    if fchmod(descriptor, 0o600) != 0 { throw DiskError(.create, path, .current) }
  }

  func size() throws(DiskError) -> Int {
    var facts = stat()
    if fstat(descriptor, &facts) != 0 { throw DiskError(.read, path, .current) }
    return Int(facts.st_size)
  }

  func read(at offset: Int, into buffer: inout [UInt8]) throws(DiskError) -> Int {
    var filled = 0
    let wanted = buffer.count
    while filled < wanted {
      let length = buffer.withUnsafeMutableBytes { bytes in
        pread(descriptor, bytes.baseAddress.map { $0 + filled }, wanted - filled, off_t(offset + filled))
      }
      if length == 0 { break }
      if length > 0 {
        filled += length
      } else if errno != EINTR {
        throw DiskError(.read, path, .current)
      }
    }
    return filled
  }

  func write(_ bytes: ArraySlice<UInt8>, at offset: Int) throws(DiskError) -> Int {
    while true {
      let written = bytes.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset)) }
      if written >= 0 { return written }
      if errno != EINTR { throw DiskError(.write, path, .current) }
    }
  }

  func truncate(to size: Int) throws(DiskError) {
    while ftruncate(descriptor, off_t(size)) != 0 {
      if errno != EINTR { throw DiskError(.truncate, path, .current) }
    }
  }

  // An interrupted sync is not repeated: after any failure the kernel may have forgotten which pages were dirty.
  func syncData() throws(DiskError) {
    if fdatasync(descriptor) != 0 { throw DiskError(.sync, path, .current) }
  }

  func sync() throws(DiskError) {
    if fsync(descriptor) != 0 { throw DiskError(.sync, path, .current) }
  }

  func lock() throws(DiskError) {
    let result = visit_disk_lock(descriptor)
    if result < 0 { throw DiskError(.lock, path, DiskError.Cause(errorNumber: -result)) }
  }

  func dropCache(from offset: Int) throws(DiskError) {
    let result = visit_disk_drop_cache(descriptor, Int64(offset))
    if result < 0 { throw DiskError(.dropCache, path, DiskError.Cause(errorNumber: -result)) }
  }
}
