"""Tables of figures (Biểu 06 and what real systems export) -> ``statistics/<period>.yml`` of each commune."""
