#!/usr/bin/env python3
"""An independent reader of a Visitbook journal, written from the documentation at the heads of the format's files.

    visitbook_reader.py JOURNAL [--passphrase-file FILE] [--member NUMBER] [--entries yes]

Without a passphrase: headers, CRC-32C, sequence, SHA-256 chain, checkpoints and (with the package `cryptography`) their
Ed25519 signatures. With one: every frame is opened, and every box that the member holds a key to. Prints what it found as
`name value`, with --entries each entry's number, id, stamp, author and kind; ends with 1 where anything is wrong.
"""
import base64, hashlib, hmac, os, struct, sys

try:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM, ChaCha20Poly1305
except ImportError:
    AESGCM = None

found = dict.fromkeys("segments frames entries checkpoints redacted signatures opened boxes sealed".split(), 0)
def need(truth, what):
    if not truth: raise ValueError(what)

# ---- CRC-32C (Castagnoli, reflected), HKDF-SHA-256, AES-256-GCM with its nonce in front -------------------------------
CRC_TABLE = list(range(256))
for _ in range(8):
    CRC_TABLE = [crc >> 1 ^ (0x82F63B78 if crc & 1 else 0) for crc in CRC_TABLE]
def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data: crc = crc >> 8 ^ CRC_TABLE[(crc ^ byte) & 0xFF]
    return crc ^ 0xFFFFFFFF
def mac(key, data): return hmac.digest(key, data, "sha256")
def sha(data): return hashlib.sha256(data).digest()
def expand(key, info, length):
    first = mac(key, info + b"\x01")
    return (first + mac(key, first + info + b"\x02"))[:length]
def derived(key, purpose, *parts):
    return expand(mac(bytes(32), key), purpose + b"\0" + b"".join(parts), 32)
def gcm_open(key, sealed, context):
    return AESGCM(key).decrypt(sealed[:12], sealed[12:], context)
def u32(*numbers): return struct.pack("<%dI" % len(numbers), *numbers)

# ---- Protocol Buffers: a message as {field: [values]}, fixed64 as its eight bytes ---------------------------------------
def varint(data, place):
    number = shift = 0
    while True:
        number |= (data[place] & 0x7F) << shift
        place, shift = place + 1, shift + 7
        if data[place - 1] < 0x80:
            return number, place
def message(data):
    fields, place = {}, 0
    while place < len(data):
        tag, place = varint(data, place)
        if tag & 7 == 0:
            value, place = varint(data, place)
        else:
            length, place = (8, place) if tag & 7 == 1 else varint(data, place)
            value, place = data[place:place + length], place + length
            need(len(value) == length, "a message is cut short")
        fields.setdefault(tag >> 3, []).append(value)
    return fields
def one(fields, number, default=0): return fields.get(number, [default])[-1]

# ---- The keyring: Keyring, RingMember, Lock, Wrap and RingFamily of records.proto ---------------------------------------
def hpke_open(private, sealed, info, context=None):  # RFC 9180, base mode: X25519, HKDF-SHA-256, ChaCha20-Poly1305
    def extract(suite, salt, label, secret):
        return mac(salt or bytes(32), b"HPKE-v1" + suite + label + secret)
    def part(suite, key, label, context, length):
        return expand(key, struct.pack(">H", length) + b"HPKE-v1" + suite + label + context, length)
    kem, suite = b"KEM\0\x20", b"HPKE\0\x20\0\x01\0\x03"
    shared = private.exchange(X25519PublicKey.from_public_bytes(sealed[:32]))
    both = sealed[:32] + private.public_key().public_bytes_raw()
    shared = part(kem, extract(kem, b"", b"eae_prk", shared), b"shared_secret", both, 32)
    hashes = b"\0" + extract(suite, b"", b"psk_id_hash", b"") + extract(suite, b"", b"info_hash", info)
    secret = extract(suite, shared, b"secret", b"")
    key, nonce = part(suite, secret, b"key", hashes, 32), part(suite, secret, b"base_nonce", hashes, 12)
    return ChaCha20Poly1305(key).decrypt(nonce, sealed[32:], context)
class Keys:  # what one member can open
    def __init__(self, ring, journal, passphrase, number):
        member = next(m for m in map(message, ring[6]) if number in (None, one(m, 1)))
        self.number, self.journal, lock = one(member, 1), journal, message(one(member, 6))
        key = hashlib.scrypt(passphrase, salt=one(lock, 3), n=1 << one(lock, 2), r=8, p=1, maxmem=1 << 30, dklen=32)
        context = journal + u32(self.number, one(lock, 1), one(lock, 2)) + one(lock, 3)
        seed = gcm_open(key, one(lock, 4), b"visitbook lock 1\0" + context)
        self.mine = X25519PrivateKey.from_private_bytes(
            derived(seed, b"visitbook member agreement 1", journal, u32(self.number)))
        self.own = derived(seed, b"visitbook member vault 1", journal, u32(self.number))
        opened = [(one(w, 1), one(w, 2), self.unwrap(w, 0)) for w in map(message, member[8])]
        self.journal_keys = {epoch: key for purpose, epoch, key in opened if purpose == 1}
        self.offices = {epoch: key for purpose, epoch, key in opened if purpose == 2}
        self.families = {one(f, 1): f for f in map(message, ring.get(7, []))}
    def office_vault(self, epoch):
        return derived(self.offices[epoch], b"visitbook office vault 1", self.journal) if epoch in self.offices else None
    def unwrap(self, wrap, subject):
        info = b"visitbook wrap 1\0" + self.journal + u32(one(wrap, 1)) + struct.pack("<Q", subject)
        info += u32(one(wrap, 2), one(wrap, 3))
        if one(wrap, 3) == self.number:
            return hpke_open(self.mine, one(wrap, 5), info)
        for epoch in self.offices if one(wrap, 3) == 0 else []:
            try:
                if one(wrap, 4) == 2:
                    return gcm_open(self.office_vault(epoch), one(wrap, 5), info)
                return hpke_open(X25519PrivateKey.from_private_bytes(self.offices[epoch]), one(wrap, 5), info)
            except InvalidTag: continue
    def vault(self, kind, epoch, family, author):
        if kind:
            return self.office_vault(epoch) if kind == 1 else self.own if author == self.number else None
        if family is None:
            return derived(self.journal_keys[epoch], b"visitbook everyone vault 1", self.journal)
        wraps = [w for w in map(message, self.families.get(family, {}).get(3, [])) if one(w, 2) == epoch]
        return next(filter(None, (self.unwrap(w, struct.unpack("<Q", family)[0]) for w in wraps)), None)
    def read(self, data, number, show):
        entry = message(data)
        outer = message(one(entry, 1))
        if 5 in entry:  # sent to the office, or to its author, by HPKE
            key = self.offices.get(one(entry, 4)) if one(entry, 3) == 1 else None
            key = key and X25519PrivateKey.from_private_bytes(key)
            if one(entry, 3) == 2 and one(outer, 4) == self.number: key = self.mine
            if key: hpke_open(key, one(entry, 5) + one(entry, 2), b"visitbook sent box 1\0" + self.journal, one(entry, 1))
        else:
            key = self.vault(one(entry, 3), one(entry, 4), one(outer, 5, None), one(outer, 4))
            if key: gcm_open(key, one(entry, 2), b"visitbook box 1\0" + self.journal + one(entry, 1))
        found["boxes" if key else "sealed"] += 1
        if show:
            print("entry", number, *struct.unpack("<QQ", one(outer, 1) + one(outer, 3)), one(outer, 4), one(outer, 2))

# ---- The log ------------------------------------------------------------------------------------------------------------
def check_note(note, origin, text, device_key):
    need(note.startswith(text + b"\n"), "a checkpoint states something else than the log before it")
    blob = base64.b64decode(note.split()[-1])
    need(blob[:4] == sha(origin + b"\n\x01" + device_key)[:4], "a checkpoint names another key")
    found["checkpoints"] += 1
    if AESGCM:
        Ed25519PublicKey.from_public_bytes(device_key).verify(blob[4:], text)
        found["signatures"] += 1
def read_segment(name, data, number, state, journal, keys, show):
    (chain, sequence, entries), head = state, data[:512]
    need(head[:12] == b"VJRNL\r\n\x1a\x01\0\x01\0", name + ": not a segment of format 1, suite 1")
    need(u32(crc32c(head[:508])) == head[508:], name + ": header checksum")
    marker, device, salt, device_key = head[12:16], head[32:48], head[96:128], head[184:216]
    stated = struct.unpack("<QQ", head[48:64]) + (head[16:32], head[64:96]) + struct.unpack("<Q", head[176:184])
    need(stated == (number, sequence + 1, journal, chain, entries), name + ": does not follow the segment before")
    epoch, place, origin = struct.unpack("<I", head[160:164])[0], 512, b"visitbook/" + device.hex().encode()
    if keys:
        info = b"visitbook segment 1" + journal + device + struct.pack("<QH", number, epoch)
        key = expand(mac(salt, keys.journal_keys[epoch]), info, 64)
        need(key[32:] == head[128:160], name + ": key commitment")
    while place < len(data):
        where = "%s, byte %d: " % (name, place)
        need(data[place:place + 4] == marker and place + 56 <= len(data), where + "no frame")
        length, crc, kind, flags = struct.unpack("<IIBB", data[place + 4:place + 14])
        frame = data[place:place + 56 + length]
        need(length <= 1 << 20 and len(frame) == 56 + length, where + "incomplete")
        need(crc32c(frame[:8] + frame[12:]) == crc, where + "checksum")
        frame_epoch, frame_sequence, count = struct.unpack("<HQH", frame[14:26])
        need((frame_epoch, frame_sequence) == (epoch, sequence + 1), where + "epoch or sequence")
        plain = frame[:8] + bytes(4) + frame[12:]
        if kind == 3:
            lines = (origin, b"%d" % sequence, base64.b64encode(chain), b"journal " + journal.hex().encode(),
                     b"entries %d" % entries, b"segment %d " % number + base64.b64encode(salt), b"")
            check_note(frame[40:-16], origin, b"\n".join(lines), device_key)
        if keys and kind != 5:
            context, body = journal + device + struct.pack("<Q", number) + plain[:40] + chain, frame[40:]
            if flags & 2:
                context, body = context + frame[40:-16], frame[-16:]
            if kind == 7: context, body = context + body[:32], body[32:]  # redacted in part: the digest comes first
            opened = gcm_open(key[:32], frame[28:40] + body, context)
            batch = message(opened).get(1, []) if kind in (1, 7) else []
            need(len(batch) == count, where + "count of entries")
            for offset, entry in enumerate(batch):
                if entry: keys.read(entry, entries + offset + 1, show)
            found["opened"] += 1
        found["redacted"] += kind in (5, 7)
        found["frames"] += 1
        chain = sha(chain + (frame[40:72] if kind in (5, 7) else sha(plain)))
        sequence, entries, place = frame_sequence, entries + count, place + len(frame)
    found["segments"] += 1
    return chain, sequence, entries
def main(folder, options):
    lines = open(os.path.join(folder, "journal.id")).read().split("\n")
    check = crc32c("".join(line + "\n" for line in lines[:3]).encode())
    need(lines[:2] == ["visitbook journal", "format 1"] and lines[3] == "check %08x" % check, "journal.id")
    journal, keys = bytes.fromhex(lines[2].split()[1]), None
    data = open(os.path.join(folder, "keyring", "ring"), "rb").read()
    need(data[:8] == b"VBRING\r\n" and sha(data[:-32]) == data[-32:], "the keyring is damaged")
    ring = message(data[16:-64])
    if "--passphrase-file" in options:
        need(AESGCM, "opening needs the package cryptography")
        passphrase = open(options["--passphrase-file"], "rb").read().splitlines()[0]
        keys = Keys(ring, journal, passphrase, int(options["--member"]) if "--member" in options else None)
        used, forged = keys.journal_keys[one(ring, 3)], "the keyring was not written by a member"
        if data[8:12] == b"\1\0\0\0":
            need(mac(derived(used, b"visitbook keyring mac 1", journal), data[:-64]) == data[-64:-32], forged)
        else:
            try: gcm_open(derived(used, b"visitbook keyring mac 2", journal), data[-64:-36], data[:-64])
            except InvalidTag: need(False, forged)
    state = (bytes(32), 0, 0)
    for number, name in enumerate(sorted(n for n in os.listdir(folder + "/own") if n.endswith(".vlog")), 1):
        segment = open(os.path.join(folder, "own", name), "rb").read()
        state = read_segment(name, segment, number, state, journal, keys, "--entries" in options)
    head = open(os.path.join(folder, "head"), "rb").read()
    slots = [s for s in (head[:512], head[512:]) if u32(crc32c(s[:508])) == s[508:]]
    reached = max(struct.unpack("<QQ", slot[24:40]) for slot in slots)[1]
    need(reached <= state[1], "the log ends before what was acknowledged: a rollback")
    found.update(entries=state[2], sequence=state[1], chain=state[0].hex(), cryptography=int(bool(AESGCM)))
    print(*("%s %s" % pair for pair in found.items()), sep="\n")
if __name__ == "__main__":
    try:
        main(sys.argv[1], dict(zip(sys.argv[2::2], sys.argv[3::2])))
    except Exception as error:
        sys.exit("bad: %s: %s" % (type(error).__name__, error))
