"""The folder that a center's displays open from without a network: ``BANG-<code>/``, signed, in two sides."""
