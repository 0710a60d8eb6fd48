"""Keys that releases are signed with: ECDSA over P-256 and SHA-256 (FIPS 186-5).

The private key is a PEM file (PKCS #8) that only its owner may read; displays carry the public one.
WebCrypto takes the public key as SubjectPublicKeyInfo and the signature as r and s, 32 bytes each.
"""

import base64
import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_der_public_key,
    load_pem_private_key,
)

from generator import disk
from generator.failures import Failure

_HALF = 32
_ALGORITHM = ec.ECDSA(hashes.SHA256(), deterministic_signing=True)  # RFC 6979: same release, same bytes


class KeyFailure(Failure):
    """A key file that is not what it should be."""


@dataclass(frozen=True)
class PublicKey:
    """``text`` is the SubjectPublicKeyInfo in base64; empty where releases are not signed."""

    text: str = ""

    @property
    def id(self) -> str:
        """What a key is known by: the first 16 digits of its SHA-256; empty without a key."""
        return hashlib.sha256(base64.b64decode(self.text)).hexdigest()[:16] if self.text else ""

    def holds(self, text: str, signature: str) -> bool:
        """Whether ``signature`` (base64 of r and s) is this key's over the UTF-8 bytes of ``text``."""
        try:
            raw = base64.b64decode(signature, validate=True)
            key = load_der_public_key(base64.b64decode(self.text, validate=True))
            if len(raw) != 2 * _HALF or not isinstance(key, ec.EllipticCurvePublicKey):
                return False
            numbers = (int.from_bytes(raw[:_HALF]), int.from_bytes(raw[_HALF:]))
            key.verify(encode_dss_signature(*numbers), text.encode(), ec.ECDSA(hashes.SHA256()))
        except (InvalidSignature, UnsupportedAlgorithm, ValueError):
            return False
        return True


@dataclass(frozen=True)
class SigningKey:
    """A private key in memory."""

    key: ec.EllipticCurvePrivateKey

    @property
    def public(self) -> PublicKey:
        """The other half."""
        der = self.key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        return PublicKey(base64.b64encode(der).decode())

    def sign(self, text: str) -> str:
        """The signature over the UTF-8 bytes of ``text``: r and s in base64."""
        numbers = decode_dss_signature(self.key.sign(text.encode(), _ALGORITHM))
        return base64.b64encode(b"".join(number.to_bytes(_HALF) for number in numbers)).decode()


def make_key(path: Path) -> Path:
    """Make a key at ``path`` and its public half beside it (returned); never in place of another file."""
    public = path.with_name(f"{path.stem}.cong-khai.pem")
    for file in (path, public):
        if file.exists():
            raise KeyFailure(f"Đã có tệp «{file}». Khóa cũ không bao giờ bị ghi đè; hãy chọn tên khác.")
    key = ec.generate_private_key(ec.SECP256R1())
    disk.make_folder(path.parent)
    mask = os.umask(0o077)  # the file must never have been readable, not even for a moment
    try:
        disk.write_new(path, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    finally:
        os.umask(mask)
    disk.allow(path, 0o600)
    disk.write_new(public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    disk.settle(path, public)
    return public


def load_key(path: Path) -> SigningKey:
    """Read a private key."""
    try:
        key = load_pem_private_key(disk.read(path), password=None)
    except (ValueError, TypeError, UnsupportedAlgorithm):
        raise KeyFailure(
            f"«{path}» không phải tệp khóa riêng. Cần tệp do «congkhai keygen» làm ra, không phải tệp khóa "
            "công khai."
        ) from None
    if not isinstance(key, ec.EllipticCurvePrivateKey) or not isinstance(key.curve, ec.SECP256R1):
        raise KeyFailure(f"Khóa trong «{path}» thuộc loại khác. Cần khóa do «congkhai keygen» làm ra.")
    return SigningKey(key)
