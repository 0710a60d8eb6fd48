"""Make ``BANG-<code>/``, or bring a newer release into one that is there."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from generator import disk, place
from generator.bundle.containers import Packed, pack
from generator.bundle.folder import leave_empty, point, side_of, write_side
from generator.bundle.keys import PublicKey, SigningKey
from generator.bundle.manifest import FORMAT, Manifest, digests, moment, version_of
from generator.bundle.skeleton import LOCK, is_program, skeleton
from generator.bundle.verify import SIDES, Refused, Trust, choose, current_of, manifest_of, trust_of
from generator.display.screens import Screen
from generator.failures import Failure
from generator.lock import lock
from generator.model.commune import Commune

_WAIT = 30.0
_LOCK = ".congkhai-khoa"
_ANEW = "Hãy làm gói vào một thư mục mới rồi chép cả thư mục sang máy của màn hình."


class NotThisFolder(Failure):
    """The folder that is there was made for something else."""


@dataclass(frozen=True)
class Bundled:
    """The outcome.  ``new`` tells a folder that did not exist before; ``same`` that nothing had changed."""

    folder: Path
    side: str
    version: int
    new: bool
    same: bool
    files: int
    size: int


@dataclass(frozen=True)
class _Release:
    """What is to be shown, for whom, and who vouches for it."""

    commune: Commune
    packed: Packed
    key: SigningKey | None
    now: datetime

    @property
    def public(self) -> PublicKey:
        return self.key.public if self.key else PublicKey()

    def is_in(self, manifest: Manifest) -> bool:
        """Whether the release of ``manifest`` has the same files."""
        return manifest.containers == digests(self.packed) and manifest.files == self.packed.places

    def fill(self, target: Path, side: str, version: int) -> None:
        """Write this release into a side, then point at it."""
        manifest = Manifest(
            commune=self.commune.code,
            version=version,
            built_at=moment(self.now),
            key=self.public.id,
            containers=digests(self.packed),
            files=self.packed.places,
        )
        text = manifest.as_text()
        signature = self.key.sign(text) if self.key else ""
        write_side(target, side, side_of(manifest, text, signature, self.packed.scripts()))
        point(target, side, version)


def make_bundle(
    commune: Commune,
    files: Mapping[str, bytes],
    output: Path,
    key: SigningKey | None,
    now: datetime,
    screens: Sequence[Screen],
    waiting: Callable[[str], None] = lambda _: None,
) -> Bundled:
    """Write the release ``files`` of ``commune`` into ``output``/BANG-<code>."""
    place.refuse_sources(output)
    release = _Release(commune, pack(files), key, now)
    target = output / f"BANG-{commune.code}"
    with lock(output / _LOCK, _WAIT, waiting):
        if not target.exists():
            return _new(target, release, screens)
        trust = _refuse_other(target, release)
        with lock(target / LOCK, _WAIT, waiting, signed=False):
            return _update(target, release, trust)


def _new(target: Path, release: _Release, screens: Sequence[Screen]) -> Bundled:
    """Made under another name and then renamed: a folder that bears its name is whole."""
    unfinished = target.with_name(f".{target.name}{disk.TEMPORARY}")
    disk.remove_tree(unfinished)
    for path, content in skeleton(release.commune, release.public, screens).items():
        disk.make_folder((unfinished / path).parent)
        disk.write_new(unfinished / path, content)
        if is_program(path):
            disk.allow(unfinished / path, 0o755)
    version = version_of(release.now, ())
    release.fill(unfinished, SIDES[0], version)
    leave_empty(unfinished, SIDES[1])
    disk.settle_all([path for path in sorted(unfinished.rglob("*")) if path.is_file()])
    disk.rename(unfinished, target)
    disk.settle(target.parent)
    return _bundled(target, SIDES[0], version, release, new=True)


def _update(target: Path, release: _Release, trust: Trust) -> Bundled:
    """Fill the side that is not shown, then point at it."""
    shown = choose(target)
    if shown.side and shown.manifest and release.is_in(shown.manifest):
        if current_of(target) != (shown.side, shown.manifest.version):
            point(target, shown.side, shown.manifest.version)
        return _bundled(target, shown.side, shown.manifest.version, release, same=True)
    free = next(side for side in SIDES if side != shown.side)
    version = version_of(release.now, _versions(target, trust))
    release.fill(target, free, version)
    return _bundled(target, free, version, release)


def _versions(target: Path, trust: Trust) -> Iterator[int]:
    for side in SIDES:
        with suppress(Refused):
            yield manifest_of(target, side, trust).version


def _refuse_other(target: Path, release: _Release) -> Trust:
    trust = trust_of(target)
    if trust is None:
        raise NotThisFolder(
            f"«{target}» không phải thư mục màn hình do «congkhai bundle» làm ra nên không ghi vào. "
            "Hãy chọn nơi khác, hoặc đổi tên thư mục ấy."
        )
    if trust.commune != release.commune.code:
        raise NotThisFolder(
            f"«{target}» là màn hình của xã {trust.commune}, không phải {release.commune.code}."
        )
    if trust.format != FORMAT:
        raise NotThisFolder(
            f"Màn hình trong «{target}» do một bản congkhai khác làm ra, không đọc được gói của bản này. "
            f"{_ANEW}"
        )
    if trust.key == release.public:
        return trust
    if not release.public.text:
        raise NotThisFolder(f"Màn hình trong «{target}» có ký. Hãy thêm --sign và đúng tệp khóa cũ.")
    was = "được ký bằng một khóa khác" if trust.key.text else "chưa ký"
    raise NotThisFolder(f"Màn hình trong «{target}» {was}, nên nó sẽ từ chối bản ký bằng khóa này. {_ANEW}")


def _bundled(
    target: Path, side: str, version: int, release: _Release, *, new: bool = False, same: bool = False
) -> Bundled:
    size = sum(path.stat().st_size for path in target.rglob("*") if path.is_file())
    return Bundled(target, side, version, new, same, len(release.packed.places), size)
