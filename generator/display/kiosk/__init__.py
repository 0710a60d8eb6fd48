"""The touch kiosk: the commune's own facts, the lists, one file for each procedure, and the scripts."""

from generator.display.kiosk.assets import SCRIPTS, STYLES
from generator.display.kiosk.catalogue import kiosk_catalogue
from generator.display.kiosk.commune import kiosk_files
from generator.display.kiosk.procedure import procedure_detail

__all__ = ["SCRIPTS", "STYLES", "kiosk_catalogue", "kiosk_files", "procedure_detail"]
