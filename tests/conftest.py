"""How all tests run: the same examples every time, unless a long search for new ones is asked for."""

import os

from hypothesis import HealthCheck, settings

FUZZ = int(os.environ.get("CONGKHAI_FUZZ", "0"))
"""How many mutated files and examples a long run tries; 0 in the normal run."""

settings.register_profile(
    "normal", deadline=None, derandomize=True, max_examples=60, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", deadline=None, max_examples=max(FUZZ // 50, 60), suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("long" if FUZZ else "normal")
