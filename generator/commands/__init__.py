"""The commands of ``congkhai``, one module each."""
