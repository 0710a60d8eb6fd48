"""An Excel form of Biểu 06 for a commune and a period: written here, read back by ``generator.importing``."""
